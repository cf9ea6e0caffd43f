//! Going on where one was, and with what the reader looked like; and what is said while something is kept.

use crate::{
    assert_footer,
    common::{Disk, Journey},
    left,
};
use kamerbrief::{
    app::{
        geometry::Compare,
        kept::{Kept, Looks, Saved},
        message::{Effect, Message},
    },
    letter::{self, Language, source::embedded_source},
};

/// A reader who goes on, as the program begins.
fn resumed(source: &str, kept: &Kept, language: Language) -> Journey {
    let letter = letter::read(source).unwrap();
    let mut journey = Journey::with(letter, language, 0, 0);
    journey.disk = Disk::ByHand(None);
    journey.tell(Message::Marks(Ok(Box::new(kept.clone()))));
    journey.app.begin();
    journey.app.resume();
    journey.resize(100, 30);
    journey
}

#[test]
fn a_reader_goes_on_where_it_was() {
    let mut kept = Kept::default();
    let mut first = resumed(embedded_source(), &kept, Language::Dutch);
    assert_eq!(first.app.notice(), None, "nothing was read yet");
    first.press("6 Space");
    let place = first.app.reader().place();
    first.keep_by_hand(&mut kept);
    let next = resumed(embedded_source(), &kept, Language::Dutch);
    assert_eq!(next.app.reader().place(), place);
    assert_eq!(next.app.reader().here(), first.app.reader().here());
    let address = next
        .app
        .words()
        .address(&next.app.reader().letter, next.app.reader().here());
    assert_footer(&next, &format!("verder bij {address} · g naar het begin"));
    let english = resumed(embedded_source(), &kept, Language::English);
    assert_footer(
        &english,
        &format!("continuing at {address} · g goes to the start"),
    );
    // A paragraph more before it.
    let source = embedded_source().replacen(
        "Het kabinet dankt",
        "Een nieuwe alinea.\nHet kabinet dankt",
        1,
    );
    let changed = resumed(&source, &kept, Language::Dutch);
    let words = |journey: &Journey| {
        let place = journey.app.reader().place();
        journey.app.reader().letter.paragraph(place.paragraph)[place.byte..].to_owned()
    };
    assert_eq!(words(&changed), words(&next));
    assert_ne!(changed.app.reader().place(), next.app.reader().place());
    // Who goes back to the start starts there.
    let mut back = resumed(embedded_source(), &kept, Language::Dutch);
    back.press("0 g");
    back.keep_by_hand(&mut kept);
    assert_eq!(kept.place, None);
    assert_eq!(
        resumed(embedded_source(), &kept, Language::Dutch)
            .app
            .notice(),
        None
    );
}

#[test]
fn the_paragraph_that_was_current_is_so_again() {
    let mut kept = Kept::default();
    let mut first = resumed(embedded_source(), &kept, Language::Dutch);
    first.press("6 } }");
    let here = first.app.reader().here();
    first.press("{");
    assert_ne!(first.app.reader().here(), here);
    first.press("}");
    first.keep_by_hand(&mut kept);
    let next = resumed(embedded_source(), &kept, Language::Dutch);
    assert_eq!(next.app.reader().here(), here);
    let address = next.app.words().address(&next.app.reader().letter, here);
    assert_footer(&next, &format!("verder bij {address} "));
}

#[test]
fn g_goes_to_the_start_where_that_is_said_and_only_then() {
    let mut kept = Kept::default();
    let mut first = resumed(embedded_source(), &kept, Language::Dutch);
    first.press("6 Space");
    first.keep_by_hand(&mut kept);
    let mut next = resumed(embedded_source(), &kept, Language::Dutch);
    next.press("g");
    assert_eq!(next.app.reader().section(), 0);
    next.press("Ctrl-o");
    assert_eq!(next.app.reader().section(), 6, "and back");
    let mut other = resumed(embedded_source(), &kept, Language::Dutch);
    other.press("k g");
    assert_eq!(
        other.app.reader().section(),
        6,
        "else to the start of the section"
    );
}

#[test]
fn only_looks_that_were_chosen_are_given_out_and_each_choice_once() {
    let mut kept = Kept::default();
    let mut one = resumed(embedded_source(), &kept, Language::Dutch);
    assert_eq!(one.app.changes().looks, Looks::default());
    one.press("s t - c");
    let looks = one.app.changes().looks;
    assert_eq!(
        (looks.theme.as_deref(), looks.sidebar, looks.compare),
        (Some("licht"), Some(false), Some(Compare::On))
    );
    assert_eq!(looks.measure, Some(one.app.reader().arrangement.measure));
    let mut next = resumed(embedded_source(), &kept, Language::Dutch);
    next.app.take_looks(&looks);
    next.app.begin();
    assert_eq!(
        (next.app.theme(), next.app.reader().arrangement.sidebar),
        (1, false)
    );
    assert_eq!(
        next.app.reader().arrangement.measure,
        one.app.reader().arrangement.measure
    );
    assert_eq!(next.app.reader().arrangement.compare, Compare::On);
    assert_eq!(next.app.changes().looks, Looks::default());
    // What another reader chose since stays chosen.
    one.keep_by_hand(&mut kept);
    one.press("s");
    let looks = one.app.changes().looks;
    assert_eq!((looks.sidebar, looks.theme), (Some(true), None));
}

#[test]
fn searches_of_two_readers_merge() {
    let (mut one, mut other) = (Journey::start(80, 24), Journey::start(80, 24));
    one.press("/").type_text("ruimte").press("Enter");
    other.press("/").type_text("kabinet").press("Enter");
    let changes = [one.app.changes(), other.app.changes()];
    let before = vec!["ruimte".to_owned(), "vrijheid".to_owned()];
    let after = changes
        .iter()
        .fold(before, |now, changes| changes.searches_added_to(now));
    assert_eq!(after, ["vrijheid", "ruimte", "kabinet"]);
}

/// A reader that has written a note which is being kept.
fn writing() -> (Journey, Kept) {
    let mut journey = Journey::start(100, 30);
    journey.disk = Disk::ByHand(None);
    journey
        .press("4 a")
        .type_text("Wie betaalt?")
        .press("Enter");
    let Some(Effect::Keep(changes)) = journey.effects.pop() else {
        panic!("nothing is to be kept");
    };
    (journey, changes.added_to(Kept::default()))
}

fn done(kept: &Kept) -> Message {
    let kept = Box::new(kept.clone());
    Message::Saved(Saved::Kept { kept, aside: None })
}

#[test]
fn nothing_is_said_to_be_kept_before_it_is() {
    let (mut journey, kept) = writing();
    assert!(
        !journey.screen().contains("bewaard"),
        "{}",
        journey.screen()
    );
    assert_footer(&journey, "Notitie bij 4.1 wordt opgeslagen");
    journey.tell(Message::Saved(Saved::Waits));
    assert_footer(&journey, "een andere kamerbrief is aan het schrijven");
    assert!(!journey.screen().contains("bewaard"));
    journey.press("j");
    assert!(journey.app.reader().has_unkept_marks());
    journey.tell(done(&kept));
    assert_footer(&journey, "Notitie bij 4.1 bewaard");
    assert!(!journey.app.reader().has_unkept_marks());
}

#[test]
fn what_changes_while_something_is_written_is_written_next() {
    let (mut journey, kept) = writing();
    journey.press("a").type_text(" Morgen.").press("Enter m");
    assert!(journey.effects.is_empty(), "one at a time");
    // Meanwhile another reader wrote there as well.
    let mut theirs = kept.clone();
    theirs.marks[0].note = "Wie betaalt dit?".to_owned();
    journey.tell(done(&theirs));
    assert_eq!(left(&journey), ["4.1 ★ Wie betaalt dit? Morgen."]);
    let Some(Effect::Keep(next)) = journey.effects.pop() else {
        panic!("it is not written");
    };
    let last = next.added_to(theirs);
    assert_eq!(last.marks.len(), 1);
    journey.tell(done(&last));
    assert!(!journey.app.reader().has_unkept_marks());
}

#[test]
fn what_could_not_be_kept_is_said_whole_and_tried_again() {
    let (mut journey, _) = writing();
    let name = "/home/iemand/.local/state/kamerbrief/marks/kst-36800-XVII-9.json";
    let says = format!("Niet bewaard (schijf vol): in {name} kan niet geschreven worden.");
    journey.tell(Message::Saved(Saved::Failed(says.clone())));
    assert!(journey.shows(name), "{}", journey.screen());
    for (columns, rows) in [(60, 20), (30, 12)] {
        journey.resize(columns, rows);
        let screen: String = journey.screen().lines().map(str::trim).collect();
        assert!(
            screen.contains(&name.replace(' ', "")),
            "{}",
            journey.screen()
        );
    }
    journey.press("j");
    assert!(!journey.shows("Niet bewaard"));
    assert_eq!(journey.app.reader().parting().collect::<Vec<_>>(), [says]);
    journey.press("m");
    let Some(Effect::Keep(changes)) = journey.effects.pop() else {
        panic!("it is not tried again");
    };
    let kept = changes.added_to(Kept::default());
    let mut notes = kept.marks.iter().map(|mark| mark.note.as_str());
    assert!(notes.any(|note| note == "Wie betaalt?"));
    journey.tell(done(&kept));
    assert_eq!(journey.app.reader().parting().count(), 0);
}
