//! One person through four doors: created in one system's words, read in the other three's, and renamed by a merge patch.
//!
//! Run it against a server with `ROSTER_URL` and `ROSTER_KEY` set, or with its address and key as arguments.

use roster_client::{Field, connect, patches};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = argument(&mut arguments, "ROSTER_URL")?;
    let key = argument(&mut arguments, "ROSTER_KEY")?;
    let admin = connect(&url, &key)?;

    let created = admin
        .lakesail_create_user()
        .body_map(|user| {
            let names =
                user.username("ada.lovelace").display_name("Ada Lovelace").first_name("Ada").last_name("Lovelace");
            names.email("ada@example.org")
        })
        .send()
        .await?
        .into_inner();
    println!("lakesail   {} is {}", created.id, created.display_name);

    let through_frontier = admin.frontier_get_user().id("ada@example.org").send().await?.into_inner();
    println!("frontier   {:?}", through_frontier.user);

    let through_wavefront = admin.wavefront_get_user().id("ada@example.org").send().await?.into_inner();
    println!("wavefront  {through_wavefront:?}");

    let her_key = admin
        .roster_create_user_key()
        .user(&created.id)
        .body_map(|key| key.description("four views"))
        .send()
        .await?
        .into_inner();
    let ada = connect(&url, &her_key.key)?;
    let patch = patches::ElasticUserPatch { full_name: Field::from("Countess of Lovelace"), ..Default::default() };
    let through_elastic = ada.elastic_update_current_user().body(patch).send().await?.into_inner();
    println!("elastic    {} is {:?}", through_elastic.user_name, through_elastic.full_name);
    Ok(())
}

/// The next argument, or the variable of that name.
fn argument(arguments: &mut impl Iterator<Item = String>, name: &str) -> Result<String, String> {
    let value = arguments.next().or_else(|| std::env::var(name).ok());
    value.ok_or_else(|| format!("{name} is not set"))
}
