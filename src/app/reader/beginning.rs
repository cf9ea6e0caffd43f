//! A reader as it begins.

use crate::{
    app::{
        Reader, current,
        geometry::{Arrangement, Regions, Size},
        gutter,
        hedges::Hedges,
        keeping::Keeping,
        marks::Marks,
        overview::Overview,
        seen::Dwell,
        sidebar,
        slice::SLICE,
        trail::Trail,
        typed::Drafts,
    },
    catalogue::{AbbreviationReading, Catalogue, Mentions},
    letter::Letter,
    reading::{
        flow::{Flow, Page},
        jumplist::Jumplist,
    },
};
use std::cell::OnceCell;

impl Reader {
    /// A reader at the start of a letter, on a screen of no size yet.
    #[must_use]
    pub(in crate::app) fn new(letter: Letter, catalogue: &'static Catalogue) -> Self {
        let catalogue = catalogue.with_signatories(&letter);
        let mut mentions = Mentions::default();
        mentions.read_on(&letter, &catalogue, SLICE);
        let abbreviation_reading = (!mentions.is_whole()).then(AbbreviationReading::default);
        let top = Flow::default().section_top(&letter, 0);
        let current = current::first_in(&letter, 0);
        let widest_address = gutter::widest_address(&letter);
        let widest_label = sidebar::widest_label(&letter);
        let highest = sidebar::highest_level(&letter);
        Self {
            letter,
            catalogue,
            mentions,
            size: Size::default(),
            arrangement: Arrangement::default(),
            find: None,
            overview: Overview::default(),
            search: None,
            selection: None,
            hits: None,
            focus: None,
            marks: Marks::default(),
            dwell: Dwell::default(),
            typed_number: None,
            trail: Trail::default(),
            drafts: Drafts::default(),
            keeping: Keeping::default(),
            held: None,
            removed: None,
            name: OnceCell::new(),
            hushed: false,
            abbreviations: OnceCell::new(),
            abbreviation_reading,
            copied_at: None,
            wanted: None,
            jumps: Jumplist::default(),
            flow: Flow::default(),
            current,
            asked: current,
            focus_before: None,
            widest_address,
            widest_label,
            highest,
            top,
            aside: top,
            shown: top,
            text: Page::default(),
            beside: Page::default(),
            echo: None,
            hedges: Hedges::default(),
            derived: None,
            came_by: None,
            regions: Regions::default(),
        }
    }
}
