//! Closed lists of what a word can do, as tables name it: an enum with the name of each in the file.

macro_rules! roles {
    ($(#[$about:meta])* $vis:vis $role:ident { $($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $role { $($(#[$doc])* $name),+ }

        impl $role {
            /// The one that the table calls `name`.
            fn of(name: &str) -> Option<$role> {
                match name { $($text => Some($role::$name),)+ _ => None }
            }
        }
    };
}

pub(super) use roles;
