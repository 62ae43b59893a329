//! The labels of the English model: how a word depends on its head, and what kind of word it is.

/// A closed list of a model's labels: the enum, its labels and the way back from a label.
macro_rules! labels {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $label:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every one, in the order of the list.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The model's own name for it.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $label,)* }
            }

            /// The one that the model calls `label`.
            pub fn of(label: &str) -> Option<$name> {
                match label { $($label => Some($name::$variant),)* _ => None }
            }
        }
    };
}

labels! {
    /// How a word depends on its head.
    Relation {
        /// `ROOT`: the head of the sentence.
        Root = "ROOT",
        /// `acl`: a clause that modifies a noun: *a plan to* `leave`.
        Acl = "acl",
        /// `acomp`: an adjective as complement: *is* `ready`.
        Acomp = "acomp",
        /// `advcl`: an adverbial clause: *as talks* `resumed`.
        Advcl = "advcl",
        /// `advmod`: an adverb: `repeatedly` *denied*.
        Advmod = "advmod",
        /// `agent`: the `by` of a passive.
        Agent = "agent",
        /// `amod`: an adjective before its noun: `safe` *haven*.
        Amod = "amod",
        /// `appos`: an apposition: *Hill, a* `doctor`.
        Appos = "appos",
        /// `attr`: a noun as complement of *be*: *is a* `lie`.
        Attr = "attr",
        /// `aux`: an auxiliary: `has` *denied*.
        Aux = "aux",
        /// `auxpass`: the auxiliary of a passive: `was` *denied*.
        Auxpass = "auxpass",
        /// `case`: the mark of the genitive: *Kabul*`'s`.
        Case = "case",
        /// `cc`: a conjunction: `and`.
        Cc = "cc",
        /// `ccomp`: a finite clause as complement: *said he* `left`.
        Ccomp = "ccomp",
        /// `compound`: a noun before its noun: `defence` *minister*.
        Compound = "compound",
        /// `conj`: what follows a conjunction, on what precedes it.
        Conj = "conj",
        /// `csubj`: a clause as subject.
        Csubj = "csubj",
        /// `csubjpass`: a clause as subject of a passive.
        Csubjpass = "csubjpass",
        /// `dative`: who is given or told: *told* `reporters` *that*.
        Dative = "dative",
        /// `dep`: a relation without a name.
        Dep = "dep",
        /// `det`: a determiner: `the`.
        Det = "det",
        /// `dobj`: a direct object.
        Dobj = "dobj",
        /// `expl`: the empty subject: `there` *is*.
        Expl = "expl",
        /// `intj`: an interjection: `no`.
        Intj = "intj",
        /// `mark`: what opens a subordinate clause: `that`, `if`.
        Mark = "mark",
        /// `meta`: matter outside the sentence.
        Meta = "meta",
        /// `neg`: a negation: `not`.
        Neg = "neg",
        /// `nmod`: another modifier of a noun.
        Nmod = "nmod",
        /// `npadvmod`: a noun phrase as adverb: *three* `days` *ago*.
        Npadvmod = "npadvmod",
        /// `nsubj`: the subject.
        Nsubj = "nsubj",
        /// `nsubjpass`: the subject of a passive.
        Nsubjpass = "nsubjpass",
        /// `nummod`: a number: `three` *men*.
        Nummod = "nummod",
        /// `oprd`: a complement of the object: *called it* `baseless`.
        Oprd = "oprd",
        /// `parataxis`: a clause beside another: *the plan, he* `said`*, failed*.
        Parataxis = "parataxis",
        /// `pcomp`: a clause after a preposition: *of* `providing`.
        Pcomp = "pcomp",
        /// `pobj`: a noun after a preposition: *of* `Kabul`.
        Pobj = "pobj",
        /// `poss`: a possessor: `Kabul`*'s claim*.
        Poss = "poss",
        /// `preconj`: what opens a pair: `both`.
        Preconj = "preconj",
        /// `predet`: a word before the determiner: `all` *the men*.
        Predet = "predet",
        /// `prep`: a preposition.
        Prep = "prep",
        /// `prt`: the particle of a verb: *pointed* `out`.
        Prt = "prt",
        /// `punct`: punctuation.
        Punct = "punct",
        /// `quantmod`: a modifier of a number: `about` *40*.
        Quantmod = "quantmod",
        /// `relcl`: a relative clause: *a charge Kabul* `denies`.
        Relcl = "relcl",
        /// `xcomp`: a clause without a subject of its own: *agreed to* `leave`.
        Xcomp = "xcomp",
    }
}

labels! {
    /// A Penn Treebank tag.
    Penn {
        /// `$`: a currency sign.
        Dollar = "$",
        /// `''`: a closing quotation mark.
        CloseQuote = "''",
        /// `,`: a comma.
        Comma = ",",
        /// `-LRB-`: an opening bracket.
        OpenBracket = "-LRB-",
        /// `-RRB-`: a closing bracket.
        CloseBracket = "-RRB-",
        /// `.`: a mark that ends a sentence.
        Stop = ".",
        /// `:`: a colon, semicolon or dash.
        Colon = ":",
        /// `ADD`: an address of the net.
        Add = "ADD",
        /// `AFX`: an affix.
        Afx = "AFX",
        /// `CC`: a coordinating conjunction.
        Cc = "CC",
        /// `CD`: a number.
        Cd = "CD",
        /// `DT`: a determiner.
        Dt = "DT",
        /// `EX`: the `there` of *there is*.
        Ex = "EX",
        /// `FW`: a foreign word.
        Fw = "FW",
        /// `HYPH`: a hyphen.
        Hyph = "HYPH",
        /// `IN`: a preposition or a subordinating conjunction.
        In = "IN",
        /// `JJ`: an adjective.
        Jj = "JJ",
        /// `JJR`: a comparative adjective.
        Jjr = "JJR",
        /// `JJS`: a superlative adjective.
        Jjs = "JJS",
        /// `LS`: the mark of a list's item.
        Ls = "LS",
        /// `MD`: a modal.
        Md = "MD",
        /// `NFP`: superfluous punctuation.
        Nfp = "NFP",
        /// `NN`: a noun, singular or mass.
        Nn = "NN",
        /// `NNP`: a proper noun.
        Nnp = "NNP",
        /// `NNPS`: a proper noun, plural.
        Nnps = "NNPS",
        /// `NNS`: a noun, plural.
        Nns = "NNS",
        /// `PDT`: a predeterminer.
        Pdt = "PDT",
        /// `POS`: the ending of the genitive.
        Pos = "POS",
        /// `PRP`: a personal pronoun.
        Prp = "PRP",
        /// `PRP$`: a possessive pronoun.
        PrpPoss = "PRP$",
        /// `RB`: an adverb.
        Rb = "RB",
        /// `RBR`: a comparative adverb.
        Rbr = "RBR",
        /// `RBS`: a superlative adverb.
        Rbs = "RBS",
        /// `RP`: a particle.
        Rp = "RP",
        /// `SYM`: a symbol.
        Sym = "SYM",
        /// `TO`: the `to` of an infinitive.
        To = "TO",
        /// `UH`: an interjection.
        Uh = "UH",
        /// `VB`: a verb's base form.
        Vb = "VB",
        /// `VBD`: a past tense.
        Vbd = "VBD",
        /// `VBG`: a gerund or present participle.
        Vbg = "VBG",
        /// `VBN`: a past participle.
        Vbn = "VBN",
        /// `VBP`: a present tense, not third person singular.
        Vbp = "VBP",
        /// `VBZ`: a present tense, third person singular.
        Vbz = "VBZ",
        /// `WDT`: a wh-determiner.
        Wdt = "WDT",
        /// `WP`: a wh-pronoun.
        Wp = "WP",
        /// `WP$`: a possessive wh-pronoun.
        WpPoss = "WP$",
        /// `WRB`: a wh-adverb.
        Wrb = "WRB",
        /// `XX`: unknown.
        Xx = "XX",
        /// `_SP`: white space.
        Space = "_SP",
        /// ````: an opening quotation mark.
        OpenQuote = "``",
    }
}

impl Penn {
    /// A verb in any form, modals included.
    pub fn is_verb(self) -> bool {
        matches!(self, Penn::Md | Penn::Vb | Penn::Vbd | Penn::Vbg | Penn::Vbn | Penn::Vbp | Penn::Vbz)
    }

    /// A verb form that bears tense by itself.
    pub fn is_finite(self) -> bool {
        matches!(self, Penn::Md | Penn::Vbd | Penn::Vbp | Penn::Vbz)
    }

    /// A noun, proper or not.
    pub fn is_noun(self) -> bool {
        matches!(self, Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps)
    }

    /// A pronoun: personal, possessive, or one that asks or relates.
    pub fn is_pronoun(self) -> bool {
        matches!(self, Penn::Prp | Penn::PrpPoss | Penn::Wp | Penn::WpPoss)
    }

    /// A quotation mark.
    pub fn is_quote(self) -> bool {
        matches!(self, Penn::OpenQuote | Penn::CloseQuote)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_what_it_came_from() {
        assert!(Relation::ALL.iter().all(|one| Relation::of(one.label()) == Some(*one)));
        assert!(Penn::ALL.iter().all(|one| Penn::of(one.label()) == Some(*one)));
        assert_eq!(Relation::of("nonsense"), None);
    }
}
