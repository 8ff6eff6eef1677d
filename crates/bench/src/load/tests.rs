//! The load generator against servers of a few lines.

use std::io::{Read, Write};
use std::net::TcpListener;

use super::*;

/// Serves connections one thread each, answering every request with its own path as the body.
fn serve_paths(connections: usize, status: &'static str) -> SocketAddr {
    serve(connections, status, Duration::ZERO)
}

/// One connection, answered after a while.
fn serve_paths_slowly(delay: Duration) -> SocketAddr {
    serve(1, "200 OK", delay)
}

fn serve(connections: usize, status: &'static str, delay: Duration) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port exists");
    let address = listener.local_addr().expect("a bound listener has an address");
    thread::spawn(move || {
        for stream in listener.incoming().take(connections) {
            let mut stream = stream.expect("the client connects");
            thread::spawn(move || answer_paths(&mut stream, status, delay));
        }
    });
    address
}

fn answer_paths(stream: &mut std::net::TcpStream, status: &str, delay: Duration) {
    let mut request = [0; 1024];
    while let Ok(read) = stream.read(&mut request) {
        let text = String::from_utf8_lossy(&request[..read]);
        let Some(path) = text.split(' ').nth(1) else { return };
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{path}", path.len());
        thread::sleep(delay);
        // The answer is sent in two parts, as a slow network would.
        let (first, second) = answer.as_bytes().split_at(20);
        let sent = stream.write_all(first).and_then(|()| stream.write_all(second));
        if sent.is_err() {
            return;
        }
    }
}

fn batch(requests: usize) -> Batch {
    let mut batch = Batch::default();
    for index in 0..requests {
        batch.push(200, |bytes| {
            bytes.extend_from_slice(format!("GET /{index} HTTP/1.1\r\n\r\n").as_bytes());
        });
    }
    batch
}

#[test]
fn every_request_is_sent_once_and_its_body_is_returned_in_order() {
    for (connections, threads) in [(1, 1), (5, 1), (5, 2)] {
        let address = serve_paths(connections, "200 OK");
        let bodies = Load { address, connections, threads }.collect_bodies(&batch(40)).expect("every answer is right");
        let expected: Vec<Vec<u8>> = (0..40).map(|index| format!("/{index}").into_bytes()).collect();
        assert_eq!(bodies, expected);
    }
}

#[test]
fn timing_has_one_latency_per_request() {
    let address = serve_paths(3, "200 OK");
    let timing = Load { address, connections: 3, threads: 1 }.drive(&batch(30)).expect("every answer is right");
    assert_eq!(timing.latencies.len(), 30);
    assert!(timing.latencies.iter().all(|latency| *latency <= timing.elapsed));
}

#[test]
fn wrong_status_aborts_the_run_and_is_shown() {
    let address = serve_paths(4, "503 Service Unavailable");
    let error =
        Load { address, connections: 4, threads: 2 }.drive(&batch(10)).expect_err("the status is not the expected one");
    let text = format!("{error:#}");
    assert!(text.contains("expected status 200") && text.contains("503"), "{text}");
}

#[test]
fn unreachable_server_is_an_error_and_not_a_hang() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port exists");
    let address = listener.local_addr().expect("a bound listener has an address");
    drop(listener);
    assert!(Load { address, connections: 4, threads: 2 }.drive(&batch(1)).is_err());
}

#[test]
fn open_loop_keeps_its_pace_and_counts_the_wait_for_a_connection() {
    // One connection, 1 ms between requests, and a server that needs 3 ms: the tenth request is 18 ms late when it is sent.
    let address = serve_paths_slowly(Duration::from_millis(3));
    let load = Load { address, connections: 1, threads: 1 };
    let timing = load.drive_at(&batch(10), 1000.0).expect("every answer is right");
    assert_eq!((timing.latencies.len(), timing.lags.len()), (10, 10));
    assert!(timing.latencies.iter().max() >= Some(&Duration::from_millis(20)), "{timing:?}");
}

#[test]
fn open_loop_ends_when_an_answer_is_wrong() {
    let address = serve_paths(4, "503 Service Unavailable");
    let load = Load { address, connections: 4, threads: 2 };
    assert!(load.drive_at(&batch(100_000), 10_000.0).is_err());
}
