//! A handwritten implementation of the tiny contract, as small as it can be: one pet in memory, one accepted key.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures::{StreamExt, stream};
use specgen_runtime as rt;

use super::generated::{house, pets, server};
use pets::{Error, Failure, Pet, Unauthorized};

/// How many pets a herd has: more than the connection takes at once.
pub const HERD: usize = 100_000;

/// How many lines the table of all pets has.
pub const TABLE_LINES: usize = 64 * 1024;

/// How long each of them is, in bytes.
pub const LINE_BYTES: usize = 1024;

/// The server: both modules.
#[derive(Debug, Default)]
pub struct Tiny {
    /// How many lines of tables it has made.
    pub lines_made: Arc<AtomicUsize>,
}

/// Who is asking.
#[derive(Debug)]
pub struct Keeper(String);

impl std::fmt::Display for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl rt::Host for Tiny {
    fn settings(&self) -> rt::Settings {
        rt::Settings { body_bytes_max: 1024, body_read_max: std::time::Duration::from_secs(5) }
    }

    fn admit(&self, call: &rt::Call) -> Result<(), rt::Rejection> {
        let is_one_too_many = call.headers().contains_key("x-one-too-many");
        if is_one_too_many { Err(rt::Rejection::Throttled { retry_after_s: 7 }) } else { Ok(()) }
    }

    fn completed(&self, completed: &rt::Completed<'_>) {
        let call = completed.call;
        let operation = call.operation().map_or("-", |operation| operation.id);
        println!("{operation} {} {}", completed.status.as_u16(), call.principal().unwrap_or("-"));
    }
}

impl server::Server for Tiny {
    type Pets = Self;

    fn pets(&self) -> &Self {
        self
    }

    type House = Self;

    fn house(&self) -> &Self {
        self
    }
}

impl house::Api for Tiny {
    fn reject(&self, _: &rt::Call, rejection: &rt::Rejection) -> house::Failure {
        house::Failure::Other { status: failure_status(rejection), body: rejection.to_string() }
    }

    async fn get_health(&self, _: &rt::Call) -> house::GetHealthResponse {
        house::GetHealthResponse::Ok("ok".to_owned())
    }
}

impl pets::Api for Tiny {
    type Caller = Keeper;

    async fn authenticate(&self, call: &rt::Call) -> Result<Keeper, rt::Rejection> {
        match call.headers().get("authorization") {
            Some(key) if key == "Bearer open" => Ok(Keeper("keeper".to_owned())),
            _ => Err(rt::Rejection::Unauthenticated { reason: "who are you?".to_owned() }),
        }
    }

    fn reject(&self, _: &rt::Call, rejection: &rt::Rejection) -> Failure {
        let body = Error { message: rejection.to_string() };
        match rejection {
            rt::Rejection::Unauthenticated { .. } => {
                Failure::Unauthorized(Unauthorized { www_authenticate: "Bearer".to_owned(), body })
            }
            _ => Failure::Other { status: failure_status(rejection), body },
        }
    }

    async fn invite_pets(&self, _: &rt::Call, _: Keeper, request: pets::InvitePetsRequest) -> pets::InvitePetsResponse {
        match request.body {
            None => pets::InvitePetsResponse::NoContent,
            Some(invited) => {
                let body = Error { message: format!("{} invited", invited.len()) };
                pets::InvitePetsResponse::ServiceUnavailable(pets::ServiceUnavailable { retry_after: 7, body })
            }
        }
    }

    async fn get_pet(&self, _: &rt::Call, keeper: Keeper, request: pets::GetPetRequest) -> pets::GetPetResponse {
        if request.pet.as_str() == "none" {
            return Failure::NotFound(Error { message: "no such pet".to_owned() }).into();
        }
        let seen = format!("{:?} {} {:?} {:?}", request.tag, request.page_size, request.sort, request.quiet);
        let body = Pet { nickname: rt::Field::Null, owner: Some(keeper.0), name: Some(seen), ..a_pet(request.pet) };
        pets::GetPetResponse::Ok { etag: "\"1\"".to_owned(), x_age: None, body }
    }

    async fn get_all_pets(
        &self,
        _: &rt::Call,
        keeper: Keeper,
        request: pets::GetAllPetsRequest,
    ) -> pets::GetAllPetsResponse {
        let fault = request.failing.then(|| Err(std::io::Error::other("the door is stuck")));
        let ids =
            (0..HERD).map(|number| format!("p{}", number % 1000).parse().map(a_pet).map_err(std::io::Error::other));
        let pets = rt::Items::new(stream::iter(ids.chain(fault)));
        let body = pets::Herd { pets, keeper: Some(keeper.0) };
        pets::GetAllPetsResponse::Ok { etag: "\"1\"".to_owned(), body }
    }

    async fn export_pets(&self, _: &rt::Call, _: Keeper) -> pets::ExportPetsResponse {
        let made = Arc::clone(&self.lines_made);
        let lines = stream::iter(0..TABLE_LINES).map(move |_| {
            made.fetch_add(1, Ordering::Relaxed);
            Ok::<_, Infallible>(format!("{}\n", "x".repeat(LINE_BYTES - 1)))
        });
        pets::ExportPetsResponse::Ok(rt::TextItems::new(lines))
    }

    async fn replace_pet(&self, _: &rt::Call, _: Keeper, request: pets::ReplacePetRequest) -> pets::ReplacePetResponse {
        if request.pet == request.body.id {
            return pets::ReplacePetResponse::Ok(request.body);
        }
        let body = Error { message: "ids differ".to_owned() };
        pets::ReplacePetResponse::ClientError { status: rt::ClientErrorStatus::of(409), body }
    }

    async fn update_pet(&self, _: &rt::Call, _: Keeper, request: pets::UpdatePetRequest) -> pets::UpdatePetResponse {
        let name = Some(format!("{:?} {}", request.body.name, rt::MergePatch::is_empty(&request.body)));
        pets::UpdatePetResponse::Ok(Pet { name, ..a_pet(request.pet) })
    }

    async fn delete_pet(&self, _: &rt::Call, _: Keeper, request: pets::DeletePetRequest) -> pets::DeletePetResponse {
        panic!("nobody lets {} go", request.pet);
    }

    async fn grant_pet(&self, _: &rt::Call, _: Keeper, request: pets::GrantPetRequest) -> pets::GrantPetResponse {
        let status = rt::FailureStatus::of(409);
        let message = format!("{} x {:?}", request.body.treat, request.body.count);
        Failure::Other { status, body: Error { message } }.into()
    }
}

fn a_pet(id: pets::PetId) -> Pet {
    Pet {
        id,
        name: None,
        owner: None,
        nickname: rt::Field::Absent,
        friends: None,
        born: None,
        r#type: None,
        parent: None,
        weight: None,
        notes: None,
    }
}

fn failure_status(rejection: &rt::Rejection) -> rt::FailureStatus {
    rejection.status().try_into().expect("every rejection's status is a failure")
}
