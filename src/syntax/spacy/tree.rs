//! Arcs into a tree: words without an arc are roots, and arcs that were lifted are put back below the head that their label names
//! (Nivre and Nilsson, "Pseudo-Projective Dependency Parsing", 2005, scheme *head*).

use std::collections::VecDeque;

use crate::syntax::parse::Relation;

use super::state::Arc;

/// Where a word hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its own index for a root.
    pub head: usize,
    pub relation: Relation,
}

/// The tree of the arcs, in which no word is its own ancestor where that held of the arcs.
pub fn build(arcs: &[Option<Arc>]) -> Vec<Node> {
    let mut tree: Vec<Node> = arcs
        .iter()
        .enumerate()
        .map(|(word, arc)| match arc {
            Some(arc) => Node { head: arc.head, relation: arc.label.relation },
            None => Node { head: word, relation: Relation::Root },
        })
        .collect();
    for (word, arc) in arcs.iter().enumerate() {
        if let Some(from) = arc.and_then(|arc| arc.label.lifted_from)
            && let Some(head) = below(&tree, arcs, word, from)
        {
            tree[word].head = head;
        }
    }
    tree
}

/// The word below `word`'s head, but not below `word`, that is nearest to the head and related to its own as `relation`: by levels, and
/// from left to right.
fn below(tree: &[Node], arcs: &[Option<Arc>], word: usize, relation: Relation) -> Option<usize> {
    let mut queue = VecDeque::from([tree[word].head]);
    while let Some(head) = queue.pop_front() {
        for (child, node) in tree.iter().enumerate() {
            if node.head != head || child == head || child == word {
                continue;
            }
            let is_lifted = child > word && arcs[child].is_some_and(|arc| arc.label.lifted_from.is_some());
            if node.relation == relation && !is_lifted {
                return Some(child);
            }
            queue.push_back(child);
        }
    }
    None
}
