//! What `roster packaging` writes: the completions and manual pages have every command and every option that the help of the
//! program itself has. Also that the container's file and the unit start what there is.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// The completions, as the shells look for them.
const COMPLETIONS: [&str; 5] = ["roster.bash", "_roster", "roster.fish", "roster.elv", "_roster.ps1"];
/// How the first line of a list of commands begins in a help.
const COMMANDS: &str = "Commands:";

fn roster(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_roster")).args(arguments).output().expect("the binary can be run")
}

fn help(of: &[&str]) -> String {
    let shown = roster(&[of, &["--help"]].concat());
    assert!(shown.status.success(), "{of:?}");
    String::from_utf8(shown.stdout).expect("a help is text")
}

/// The commands that a help lists, but for `help`.
fn listed(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != COMMANDS).skip(1).take_while(|line| !line.is_empty());
    // What goes on in a further line is farther to the right.
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// The long options that a help describes.
fn options(help: &str) -> Vec<String> {
    let lines = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    // One that can be given without its value has that in brackets.
    let long = lines.filter_map(|line| line.split([' ', ',', '[', '=']).find(|word| word.starts_with("--")));
    long.map(str::to_owned).collect()
}

/// Every command with the help of it, by its words.
fn commands() -> BTreeMap<Vec<String>, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![Vec::new()];
    while let Some(words) = open.pop() {
        let text = help(&words.iter().map(String::as_str).collect::<Vec<_>>());
        for name in listed(&text) {
            open.push([words.clone(), vec![name]].concat());
        }
        found.insert(words, text);
    }
    found
}

fn written() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("new").to_string_lossy().into_owned();
    let outcome = roster(&["packaging", &path]);
    assert!(outcome.status.success(), "{}", String::from_utf8_lossy(&outcome.stderr));
    directory
}

fn read(directory: &Path, name: &str) -> String {
    std::fs::read_to_string(directory.join("new").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The name of a command's page.
fn page(words: &[String]) -> String {
    format!("{}.1", [vec!["roster".to_owned()], words.to_vec()].concat().join("-"))
}

#[test]
fn completions_know_every_command_and_every_option() {
    let directory = written();
    let commands = commands();
    assert!(commands.len() > 15, "the helps are not read as they are: {:?}", commands.keys());
    for name in COMPLETIONS {
        let text = read(directory.path(), name);
        for (words, help) in &commands {
            for word in words {
                assert!(text.contains(word.as_str()), "{name} does not know {words:?}");
            }
            for option in options(help) {
                // Fish names an option without what stands before it.
                assert!(text.contains(option.trim_start_matches('-')), "{name} does not know {option} of {words:?}");
            }
        }
    }
    let checked = Command::new("bash").arg("-n").arg(directory.path().join("new/roster.bash")).status();
    assert!(checked.expect("there is a bash").success(), "bash cannot read its completion");
}

#[test]
fn each_command_has_a_page_with_each_of_its_options() {
    let directory = written();
    let commands = commands();
    for (words, help) in &commands {
        let page = page(words);
        // In a page, a hyphen that is not to become another one has a stroke before it.
        let text = read(directory.path(), &page).replace("\\-", "-");
        let options = options(help);
        assert!(options.contains(&"--help".to_owned()), "the help of {words:?} is not read as it is");
        for option in options {
            assert!(text.contains(&option), "{page} does not have {option}");
        }
        for name in listed(help) {
            assert!(text.contains(&name), "{page} does not have {name}");
        }
    }
    let names = std::fs::read_dir(directory.path().join("new")).expect("it can be listed");
    assert_eq!(names.count(), commands.len() + COMPLETIONS.len(), "there is a page or completion of nothing");
}

#[test]
fn pages_are_rendered_without_a_warning() {
    let directory = written();
    for words in commands().keys() {
        let file = directory.path().join("new").join(page(words));
        let rendered = Command::new("groff").args(["-man", "-ww", "-z", "-Tutf8"]).arg(file).output();
        // Where there is none, the other tests stand alone.
        let Ok(rendered) = rendered else { return };
        let said = String::from_utf8_lossy(&rendered.stderr);
        assert!(rendered.status.success() && said.is_empty(), "{words:?}: {said}");
    }
}

/// The lines of a file under `packaging`, with those that go on joined, without comments.
fn lines(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let joined = text.replace("\\\n", " ");
    joined.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_container_copies_what_there_is_sets_what_there_is_and_serves_as_nobody() {
    let lines = lines("Containerfile");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copied = lines.iter().filter_map(|line| line.strip_prefix("COPY ")).filter(|rest| !rest.starts_with("--from"));
    let mut count = 0;
    for rest in copied {
        let names: Vec<_> = rest.split_whitespace().collect();
        let (_, sources) = names.split_last().expect("it says where to");
        for source in sources {
            assert!(root.join(source).exists(), "there is no {source}");
            count += 1;
        }
    }
    assert!(count >= 8, "only {count} copies are read");
    let help = help(&["serve"]);
    let set = lines.iter().filter_map(|line| line.strip_prefix("ENV ")).flat_map(str::split_whitespace);
    for (variable, _) in set.filter_map(|word| word.split_once('=')) {
        assert!(help.contains(&format!("[env: {variable}=")), "no setting is {variable}");
    }
    let user = lines.iter().rfind(|line| line.starts_with("USER ")).expect("it has a user");
    assert!(!user.contains("root") && !user.contains(" 0"), "{user}");
    let last: Vec<_> = lines.iter().rev().take(2).map(String::as_str).collect();
    assert_eq!(last, [r#"CMD ["serve"]"#, r#"ENTRYPOINT ["/usr/bin/roster"]"#]);
}

#[test]
fn the_unit_gives_options_that_there_are() {
    let lines = lines("roster.service");
    let start = lines.iter().find_map(|line| line.strip_prefix("ExecStart=/usr/bin/roster serve "));
    let known = options(&help(&["serve"]));
    let given: Vec<_> =
        start.expect("it serves").split_whitespace().filter(|word| word.starts_with("--")).map(str::to_owned).collect();
    assert!(!given.is_empty() && given.iter().all(|option| known.contains(option)), "{given:?}");
}
