//! Who asks, and the table of who may do what. Written by hand and apart from the policy, so that it is a second opinion.

/// Somebody who asks for something, with what they come with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Actor {
    /// The built-in user `admin`.
    Admin,
    /// The built-in user `readonly`.
    Readonly,
    PlatformAdmin,
    PlatformViewer,
    DeploymentManager,
    DeploymentViewer,
    /// Has the permission `user_management` and no role.
    UserManager,
    /// Has neither.
    Plain,
    Service,
    /// A service account that is a platform admin.
    ServiceAdmin,
    /// May do everything in another organization.
    ElsewhereAdmin,
    /// A platform admin who was disabled.
    Disabled,
    /// A platform admin with a key that has expired.
    Expired,
    /// A platform admin with a key that was deleted.
    Revoked,
    /// With something that has the form of a key.
    Malformed,
    Nobody,
}

use Actor::{
    Admin, DeploymentManager, DeploymentViewer, Disabled, ElsewhereAdmin, Expired, Malformed, Nobody, Plain,
    PlatformAdmin, PlatformViewer, Readonly, Revoked, Service, ServiceAdmin, UserManager,
};

impl Actor {
    pub(super) const ALL: [Self; 16] = [
        Admin,
        Readonly,
        PlatformAdmin,
        PlatformViewer,
        DeploymentManager,
        DeploymentViewer,
        UserManager,
        Plain,
        Service,
        ServiceAdmin,
        ElsewhereAdmin,
        Disabled,
        Expired,
        Revoked,
        Malformed,
        Nobody,
    ];

    /// Whether what they come with is accepted.
    pub(super) fn is_let_in(self) -> bool {
        !matches!(self, Disabled | Expired | Revoked | Malformed | Nobody)
    }

    pub(super) fn is_builtin(self) -> bool {
        matches!(self, Admin | Readonly)
    }

    pub(super) fn is_service(self) -> bool {
        matches!(self, Service | ServiceAdmin)
    }

    /// Whether nobody in the organization can do more.
    pub(super) fn can_do_everything(self) -> bool {
        ADMINS.contains(&self)
    }

    /// Whether they may do this, on what does not belong to somebody stronger.
    pub(super) fn may(self, action: &str) -> bool {
        let (_, who) = WHO_MAY
            .iter()
            .find(|(name, _)| *name == action)
            .unwrap_or_else(|| panic!("{action} has no row in the table of who may do what"));
        who.contains(&self)
    }

    /// Whether they may do this on their own account.
    pub(super) fn may_on_own_account(self, action: &str) -> bool {
        let own_form = format!("{action}-self");
        let has_own_form = WHO_MAY.iter().any(|(name, _)| *name == own_form);
        self.may(action) || has_own_form && self.may(&own_form)
    }
}

const ADMINS: &[Actor] = &[Admin, PlatformAdmin, ServiceAdmin, ElsewhereAdmin];
/// Organizations are the business of the organization that exists from the start.
const PLATFORM_ADMINS: &[Actor] = &[Admin, PlatformAdmin, ServiceAdmin];
const PLATFORM_READERS: &[Actor] = &[Admin, PlatformAdmin, ServiceAdmin, Readonly, PlatformViewer];
const MANAGERS: &[Actor] = &[Admin, PlatformAdmin, ServiceAdmin, ElsewhereAdmin, UserManager];
const READERS: &[Actor] = &[Admin, PlatformAdmin, ServiceAdmin, ElsewhereAdmin, Readonly, PlatformViewer];
const MANAGERS_AND_READERS: &[Actor] =
    &[Admin, PlatformAdmin, ServiceAdmin, ElsewhereAdmin, UserManager, Readonly, PlatformViewer];
const ALL_BUT_READONLY: &[Actor] = &[
    Admin,
    PlatformAdmin,
    PlatformViewer,
    DeploymentManager,
    DeploymentViewer,
    UserManager,
    Plain,
    Service,
    ServiceAdmin,
    ElsewhereAdmin,
];
const EVERYBODY: &[Actor] = &[
    Admin,
    Readonly,
    PlatformAdmin,
    PlatformViewer,
    DeploymentManager,
    DeploymentViewer,
    UserManager,
    Plain,
    Service,
    ServiceAdmin,
    ElsewhereAdmin,
];

/// Every action of the contract, and who may do it.
const WHO_MAY: &[(&str, &[Actor])] = &[
    ("users:create", MANAGERS),
    ("users:read", MANAGERS_AND_READERS),
    ("users:read-self", EVERYBODY),
    ("users:update", MANAGERS),
    ("users:update-self", ALL_BUT_READONLY),
    ("users:delete", MANAGERS),
    ("users:restore", ADMINS),
    ("roles:read", MANAGERS_AND_READERS),
    ("roles:create", MANAGERS),
    ("roles:update", MANAGERS),
    ("roles:delete", MANAGERS),
    ("roles:assign", MANAGERS),
    ("groups:read", MANAGERS_AND_READERS),
    ("groups:create", MANAGERS),
    ("groups:update", MANAGERS),
    ("groups:delete", MANAGERS),
    ("credentials:create", MANAGERS),
    ("credentials:read", MANAGERS_AND_READERS),
    ("credentials:delete", MANAGERS),
    ("credentials:export", ADMINS),
    ("credentials:create-self", ALL_BUT_READONLY),
    ("credentials:read-self", EVERYBODY),
    ("credentials:delete-self", ALL_BUT_READONLY),
    ("metaschemas:read", READERS),
    ("metaschemas:write", ADMINS),
    ("organizations:read", PLATFORM_READERS),
    ("organizations:write", PLATFORM_ADMINS),
    ("audit:read", READERS),
    ("mail:read", READERS),
    ("metrics:read", PLATFORM_READERS),
];
