//! What is known of the actors of the world and of the words that name them (`data/actors/*.tsv`).
//!
//! [`World`] holds proper names: states with their adjectives and capitals, bodies, media, armed groups, and whatever a user's own file
//! adds. The free functions tell what common words do in the name of an actor: titles, offices, people nouns, organs. Resolving a
//! mention of a text is left to `actors`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::roles::roles;
use super::tsv;
use super::word_map::WordMap;
use crate::kinds::ActorKind;

/// Columns of `states.tsv`.
pub const STATE_COLUMNS: &[&str] = &["name", "adjectives", "people", "capital", "aliases"];
/// Columns of `organisations.tsv`, `media.tsv`, `armed_groups.tsv` and of a user's own file.
pub const NAME_COLUMNS: &[&str] = &["name", "kind", "aliases"];
/// Columns of `offices.tsv`.
pub const OFFICE_COLUMNS: &[&str] = &["form", "kind", "gender"];
/// Columns of `roles.tsv`.
pub const ROLE_COLUMNS: &[&str] = &["form", "kind"];
/// Columns of `bodies.tsv`.
pub const BODY_COLUMNS: &[&str] = &["noun", "sort"];
/// Columns of `people.tsv`.
pub const PEOPLE_COLUMNS: &[&str] = &["noun", "plural", "pronoun"];
/// Columns of `given_names.tsv`.
pub const GIVEN_COLUMNS: &[&str] = &["name", "pronoun"];

/// `states.tsv`
pub const STATES: &str = include_str!("../../data/actors/states.tsv");
/// `organisations.tsv`
pub const ORGANISATIONS: &str = include_str!("../../data/actors/organisations.tsv");
/// `media.tsv`
pub const MEDIA: &str = include_str!("../../data/actors/media.tsv");
/// `armed_groups.tsv`
pub const ARMED_GROUPS: &str = include_str!("../../data/actors/armed_groups.tsv");
/// The tables of names.
const NAMES: [&str; 3] = [ORGANISATIONS, MEDIA, ARMED_GROUPS];
/// `offices.tsv`
pub const OFFICES: &str = include_str!("../../data/actors/offices.tsv");
/// `roles.tsv`
pub const ROLES: &str = include_str!("../../data/actors/roles.tsv");
/// `bodies.tsv`
pub const BODIES: &str = include_str!("../../data/actors/bodies.tsv");
/// `people.tsv`
pub const PEOPLE: &str = include_str!("../../data/actors/people.tsv");
/// `given_names.tsv`
pub const GIVEN: &str = include_str!("../../data/actors/given_names.tsv");

/// How a known name stands for its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameUse {
    /// Pakistan, NATO, Reuters
    Name,
    /// Pakistani: an adjective, and no actor by itself
    Adjective,
    /// Pakistanis: the people
    People,
    /// Islamabad, the capital, and names learned from a text: also a place, and the state only where one acts
    Place,
}

/// An actor of the world under one of its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its canonical name.
    pub name: String,
    /// What sort of actor it is.
    pub kind: ActorKind,
    /// How this name stands for it.
    pub used: NameUse,
}

/// Proper names of the world, by how they are written.
#[derive(Clone, Debug, Default)]
pub struct World {
    names: FxHashMap<String, Known>,
    /// A state's first adjective.
    adjectives: FxHashMap<String, String>,
}

static BUILTIN: LazyLock<World> = LazyLock::new(|| {
    let mut world = World::default();
    for file in NAMES {
        for [name, kind, aliases] in tsv::rows::<3>(file) {
            // The tests hold every built-in kind to the closed list.
            world.add_actor(name, kind.parse().unwrap_or(ActorKind::Organisation), aliases);
        }
    }
    for [name, adjectives, people, capital, aliases] in tsv::rows::<5>(STATES) {
        if let Some(adjective) = listed(adjectives).next() {
            world.adjectives.insert(name.to_owned(), adjective.to_owned());
        }
        for (forms, used) in [
            (capital, NameUse::Place),
            (people, NameUse::People),
            (adjectives, NameUse::Adjective),
            (aliases, NameUse::Name),
            (name, NameUse::Name),
        ] {
            for form in listed(forms) {
                world.add(form, Known { name: name.to_owned(), kind: ActorKind::State, used });
            }
        }
    }
    world
});

fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',').map(str::trim).filter(|form| !form.is_empty())
}

impl World {
    /// The names that come with the program.
    pub fn builtin() -> &'static World {
        &BUILTIN
    }

    /// The built-in names and those of a user's own table (`name`, `kind`, `aliases` parted by commas), which win.
    pub(crate) fn with_actors(table: &str) -> Result<World, (usize, String)> {
        tsv::check(table, NAME_COLUMNS)?;
        let mut world = BUILTIN.clone();
        let lines = table.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')).skip(1);
        for ((index, _), [name, kind, aliases]) in lines.zip(tsv::rows::<3>(table)) {
            if name.is_empty() {
                return Err((index + 1, "the name is missing".to_owned()));
            }
            let kind = kind.parse::<ActorKind>().map_err(|error| (index + 1, error.to_string()))?;
            world.add_actor(name, kind, aliases);
        }
        Ok(world)
    }

    /// The actor written so; a leading article is left to the caller.
    pub fn get(&self, written: &str) -> Option<&Known> {
        self.names.get(written)
    }

    /// A state's adjective ("Afghan" of Afghanistan), or its name where it has none.
    pub(crate) fn adjective<'a>(&'a self, state: &'a str) -> &'a str {
        self.adjectives.get(state).map_or(state, String::as_str)
    }

    fn add_actor(&mut self, name: &str, kind: ActorKind, aliases: &str) {
        for form in listed(aliases).chain([name]) {
            self.add(form, Known { name: name.to_owned(), kind, used: NameUse::Name });
        }
    }

    fn add(&mut self, form: &str, known: Known) {
        self.names.insert(form.replace('’', "'"), known);
    }
}

roles! {
    /// What a word of `offices.tsv` or `people.tsv` is.
    pub Post {
        /// Mr, General: before a name
        Title = "title",
        /// minister, president
        Office = "office",
        /// spokesman: speaks for another
        Spokesperson = "spokesperson",
        /// plumber, widow: no post, but says who somebody is
        Person = "person",
    }
}

roles! {
    /// What a word of `roles.tsv` does in the name of an actor.
    pub Role {
        /// official, source: somebody who is not named
        Unnamed = "unnamed",
        /// residents: people by what they have in common
        Crowd = "crowd",
        /// ministry, army: part of a state or a body
        Organ = "organ",
        /// union, airline: a body of its own, which a text can call by that noun once it has named it
        Body = "body",
        /// government, authorities: the state itself
        Government = "government",
        /// troops: with a nationality, the state
        Forces = "forces",
        /// "both capitals": the two parties of the story
        TwoSides = "two_sides",
        /// "its neighbour": the other party
        OtherSide = "other_side",
        /// "each other": the parts of a joint source
        EachOther = "each_other",
        /// "mediators"
        Mediator = "mediator",
        /// report, statement
        Document = "document",
        /// newspaper
        Media = "media",
        /// reporters: whoever speaks to them speaks to everybody
        Press = "press",
        /// briefed, who: the noun phrase is over
        End = "end",
        /// a, two, several: before the noun
        Count = "count",
        /// a, two, another: not yet known
        Indefinite = "indefinite",
        /// in, near: the name after it is a place
        Place = "place",
        /// in, to, through: the state after it is where something happens
        Whither = "whither",
        /// man, striker: takes up a person whom the text has named, whoever it is
        Anybody = "anybody",
        /// former: whoever is one no longer holds the post
        Former = "former",
        /// ministry, army: an organ that only a state has
        StateOrgan = "state_organ",
        /// of: between a count and what is counted
        Partitive = "partitive",
        /// Lines, Systems: ends the name of a company
        CompanyName = "company_name",
        /// Rovers, Town: ends the name of a club
        ClubName = "club_name",
        /// minister, parliament: whose they are is a state or a place
        Governing = "governing",
        /// president, prime minister: what they ask for, their state asks for
        Sovereign = "sovereign",
        /// Europe: a part of the world with many states
        Region = "region",
        /// for, representing: after it stands whom somebody speaks for
        Behalf = "behalf",
        /// mother, aide, friend: somebody by whose they are, and never that person
        Associate = "associate",
        /// women, police: many without an "s"
        Many = "many",
        /// New, North: before the name of a state, which is then that of another place
        OtherPlace = "other_place",
        /// mayor, sheriff: an office of which a town or county has one
        OfPlace = "of_place",
        /// FC, House: stands in the name of a body and of no person
        BodyName = "body_name",
        /// Sir: a title that stands before a given name alone
        GivenTitle = "given_title",
    }
}

#[derive(Default)]
struct Words {
    posts: FxHashMap<&'static str, (Post, Option<Gender>)>,
    second: FxHashMap<&'static str, Post>,
    /// The first words of all posts.
    begin_posts: WordMap<()>,
    roles: WordMap<u64>,
    spellings: WordMap<&'static str>,
    sorts: WordMap<&'static str>,
    represents: WordMap<&'static str>,
    given: FxHashMap<&'static str, Gender>,
}

/// The pronoun that takes up a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// he
    He,
    /// she
    She,
}

fn gender(cell: &str) -> Option<Gender> {
    match cell {
        "he" => Some(Gender::He),
        "she" => Some(Gender::She),
        _ => None,
    }
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for [form, kind, he_or_she] in tsv::rows::<3>(OFFICES) {
        let Some(post) = Post::of(kind) else { continue };
        *words.begin_posts.entry(form.split(' ').next().unwrap_or(form)) = ();
        if words.posts.contains_key(form) {
            words.second.insert(form, post);
        } else {
            words.posts.insert(form, (post, gender(he_or_she)));
        }
    }
    for [form, kind] in tsv::rows::<2>(ROLES) {
        if let Some(same) = kind.strip_prefix("spelling:") {
            *words.spellings.entry(form) = same;
        } else if let Some(sort) = kind.strip_prefix("sort:") {
            *words.sorts.entry(form) = sort;
        } else if let Some(many) = kind.strip_prefix("represents:") {
            *words.represents.entry(form) = many;
        } else if let Some(role) = Role::of(kind) {
            *words.roles.entry(form) |= 1 << role as u64;
        }
    }
    let bit = |role: Role| 1 << role as u64;
    for [noun, sort] in tsv::rows::<2>(BODIES) {
        *words.roles.entry(noun) |= bit(Role::Body) | bit(Role::Organ);
        if !sort.is_empty() {
            *words.sorts.entry(noun) = sort;
        }
    }
    for [noun, plural, pronoun] in tsv::rows::<3>(PEOPLE) {
        *words.begin_posts.entry(noun) = ();
        words.posts.entry(noun).or_insert((Post::Person, gender(pronoun)));
        *words.roles.entry(noun) |= bit(Role::Unnamed);
        let many = words.roles.entry(plural);
        *many |= if *many & bit(Role::Unnamed) == 0 { bit(Role::Crowd) } else { 0 };
        *many |= if plural.ends_with('s') { 0 } else { bit(Role::Many) };
    }
    words.given = tsv::rows::<2>(GIVEN).filter_map(|[name, pronoun]| Some((name, gender(pronoun)?))).collect();
    words
});

/// Whether `form` (lower case) is a post of that sort.
pub fn is_post(form: &str, post: Post) -> bool {
    let words = &*WORDS;
    words.posts.get(form).is_some_and(|(known, _)| *known == post) || words.second.get(form) == Some(&post)
}

/// Whether `form` (lower case) is a post that somebody holds, and no mere title.
pub fn is_held_post(form: &str) -> bool {
    [Post::Office, Post::Spokesperson, Post::Person].iter().any(|post| is_post(form, *post))
}

/// The same, or a title.
pub fn is_post_or_title(form: &str) -> bool {
    is_held_post(form) || is_post(form, Post::Title)
}

/// Whether `word` (lower case) is the first word of a post.
pub fn begins_post(word: &str) -> bool {
    WORDS.begin_posts.contains(word)
}

/// Whether `form` (lower case) plays that part.
pub fn has_role(form: &str, role: Role) -> bool {
    has_any_role(form, &[role])
}

/// Whether `form` (lower case) plays one of those parts, in one look-up.
#[inline]
pub fn has_any_role(form: &str, roles: &[Role]) -> bool {
    WORDS.roles.get(form).is_some_and(|bits| roles.iter().any(|role| bits & (1 << *role as u64) != 0))
}

/// Whether `noun` (lower case, one or many) is one for people or for a body: those who can say something.
pub fn names_somebody(noun: &str) -> bool {
    const PEOPLE_AND_BODIES: [Role; 9] =
        [Role::Unnamed, Role::Crowd, Role::Organ, Role::Body, Role::Government, Role::Forces, Role::Mediator, Role::Media, Role::Press];
    let speaks = |noun: &str| has_any_role(noun, &PEOPLE_AND_BODIES) || WORDS.posts.contains_key(noun);
    speaks(noun)
        || noun.strip_suffix('s').is_some_and(|one| speaks(one) || one.strip_suffix("ie").is_some_and(|stem| speaks(&format!("{stem}y"))))
}

/// "a", "two", "another": the actor is not one that the reader knows. `word` in lower case.
pub fn is_indefinite(word: &str) -> bool {
    has_role(word, Role::Indefinite)
}

/// The pronoun of a post ("spokeswoman", "Mrs") or of another noun for a person ("nun"), of `form` in lower case.
pub fn gender_of_noun(form: &str) -> Option<Gender> {
    WORDS.posts.get(form)?.1
}

/// The pronoun of a given name, as written.
pub fn gender_of_name(given: &str) -> Option<Gender> {
    WORDS.given.get(given).copied()
}

/// The sort of body that a noun names: an airline is a company, a front and the rebels are rebels. `noun` in lower case.
pub fn sort(noun: &str) -> Option<&'static str> {
    WORDS.sorts.get(noun).copied()
}

/// What those are called together who speak for somebody at law: "lawyers" of a lawyer. `noun` in lower case.
pub fn represents(noun: &str) -> Option<&'static str> {
    WORDS.represents.get(noun).copied()
}

/// The spelling under which `word` (lower case) is kept, where it is another.
pub fn spelling(word: &str) -> Option<&'static str> {
    WORDS.spellings.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known() {
        for file in NAMES {
            for [name, kind, _] in tsv::rows::<3>(file) {
                assert!(kind.parse::<ActorKind>().is_ok(), "{name}: {kind}");
            }
        }
        for [form, kind, he_or_she] in tsv::rows::<3>(OFFICES) {
            assert!(Post::of(kind).is_some_and(|post| post != Post::Person), "{form}: {kind}");
            assert!(he_or_she.is_empty() || gender(he_or_she).is_some(), "{form}: {he_or_she}");
        }
        for [form, kind] in tsv::rows::<2>(ROLES) {
            let is_mapped = ["spelling:", "sort:", "represents:"].iter().any(|prefix| kind.starts_with(prefix));
            assert!(is_mapped || Role::of(kind).is_some(), "{form}: {kind}");
        }
    }

    #[test]
    fn capitals_adjectives_and_aliases_lead_to_their_state() {
        let world = World::builtin();
        for (written, name, used) in [
            ("Kabul", "Afghanistan", NameUse::Place),
            ("Kremlin", "Russia", NameUse::Name),
            ("Downing Street", "UK", NameUse::Name),
            ("Afghan", "Afghanistan", NameUse::Adjective),
            ("Singapore", "Singapore", NameUse::Name),
        ] {
            let known = world.get(written).expect("a known name");
            assert_eq!((known.name.as_str(), known.used), (name, used), "{written}");
        }
    }

    #[test]
    fn a_users_file_adds_names_or_says_which_line_is_wrong() {
        let world = World::with_actors("name\tkind\taliases\nAcme\torganisation\tAcme Corp,ACM\n").expect("the file is right");
        assert_eq!(world.get("ACM").map(|known| known.name.as_str()), Some("Acme"));
        assert_eq!(World::with_actors("name\tkind\taliases\nAcme\tfirm\t-\n").expect_err("no such kind").0, 2);
    }
}
