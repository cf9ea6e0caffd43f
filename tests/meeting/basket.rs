//! The basket: collecting, its list, copying and writing all of it, over one letter and over two.

use crate::common::Journey;
use kamerbrief::{
    app::{
        kept::Kept,
        keymap::Mode,
        library::Brought,
        message::{Effect, Message},
    },
    letter::{self, Language},
    library::Held,
};

const FIRST: &str = "‘Nederland hecht grote waarde aan het beschermen en vergroten van maatschappelijke ruimte.’ \
                     (Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 4, eerste alinea)";

fn collected() -> Journey {
    let mut journey = Journey::start(120, 36);
    journey.press("4 i 5 i");
    journey
}

fn copied(journey: &mut Journey) -> String {
    journey.press("y");
    match journey.effects.last() {
        Some(Effect::Copy(text)) => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_sentence_goes_in_once_and_the_footer_says_what_and_where() {
    let mut journey = Journey::start(120, 36);
    journey.press("B");
    assert_eq!(journey.app.mode(), Mode::Reading);
    assert!(
        journey.footer().contains("i legt er de zin"),
        "{}",
        journey.footer()
    );
    journey.press("4 i");
    let footer = journey.footer();
    assert!(
        footer.contains("In het mandje (1): 4.1 ‘Nederland hecht grote waarde"),
        "{footer}"
    );
    assert!(footer.contains("mandje 1"), "{footer}");
    journey.press("i");
    assert!(
        journey.footer().contains("Ligt al in het mandje: 4.1"),
        "{}",
        journey.footer()
    );
    assert_eq!(journey.app.basket().quotes.len(), 1);
    // The sentence of a hit, not the first of its paragraph.
    journey.press("/").type_text("CIVICUS").press("Enter i");
    assert!(
        journey
            .footer()
            .contains("(2): 4.1 ‘We steunen organisaties"),
        "{}",
        journey.footer()
    );
    // In the mode of reading + is the measure.
    journey.press("Esc +");
    assert_eq!(journey.app.basket().quotes.len(), 2);
}

#[test]
fn a_selection_goes_in_with_either_key_and_is_the_same_as_the_sentence() {
    for key in ["+", "i"] {
        let mut journey = Journey::start(120, 36);
        journey.press("4 v").press(key);
        assert_eq!(journey.app.mode(), Mode::Reading);
        journey.press("i");
        assert!(journey.footer().contains("Ligt al"), "{}", journey.footer());
        journey.press("v b b b").press(key);
        assert_eq!(journey.app.basket().quotes.len(), 2);
        let words = &journey.app.basket().quotes[1].words;
        assert!(
            words.starts_with("Nederland hecht") && !words.ends_with(' '),
            "{words:?}"
        );
    }
}

#[test]
fn all_of_it_is_copied_with_citations_in_the_style_chosen_and_in_the_order_chosen() {
    let mut journey = collected();
    journey.press("B");
    let text = copied(&mut journey);
    assert!(text.starts_with(FIRST), "{text}");
    let second = "‘De Europese Commissie speelt als hoedster";
    assert!(
        text[FIRST.len()..].starts_with(&format!("\n\n{second}")),
        "{text}"
    );
    assert_eq!(journey.app.mode(), Mode::Basket);
    journey.press("K Tab");
    let text = copied(&mut journey);
    assert!(
        text.starts_with(second) && text.contains("(Kamerstuk 36 800 XVII"),
        "{text}"
    );
    journey.press("w");
    let Some(Effect::Save { stem, text: saved }) = journey.effects.last() else {
        panic!("it is not written");
    };
    assert_eq!((stem.as_str(), saved), ("kamerbrief-mandje", &text));
    // Where it was written is said over the basket, which stays.
    journey.tell(Message::Written(Ok("kamerbrief-mandje.txt".into())));
    assert!(
        journey.footer().contains("Opgeslagen als"),
        "{}",
        journey.footer()
    );
    assert_eq!(journey.app.mode(), Mode::Basket);
}

#[test]
fn a_quote_is_taken_out_put_back_and_gone_to() {
    let mut journey = collected();
    journey.press("B g d");
    assert_eq!(journey.app.basket().quotes.len(), 1);
    journey.press("Esc B d");
    assert!(journey.shows("Het mandje is leeg"), "{}", journey.screen());
    journey.press("u");
    assert!(
        journey.app.basket().quotes[0]
            .words
            .starts_with("De Europese")
    );
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::Reading);
    let reader = journey.app.reader();
    assert!(
        reader
            .letter
            .words(reader.focus.unwrap())
            .starts_with("De Europese Commissie speelt")
    );
}

#[test]
fn what_went_nowhere_is_given_back_at_the_end() {
    let mut journey = Journey::start(100, 30);
    assert_eq!(journey.app.unsaved_basket(), None);
    journey.press("4 i");
    let text = journey.app.unsaved_basket().unwrap();
    assert!(
        text.contains(FIRST) && text.starts_with("Het mandje was nog niet"),
        "{text}"
    );
    journey.press("B y");
    assert_eq!(journey.app.unsaved_basket(), None, "it was copied");
    journey.press("Esc 5 i B");
    assert!(journey.app.unsaved_basket().is_some(), "it has more now");
}

#[test]
fn a_verified_quotation_goes_in_too() {
    let mut journey = Journey::start(120, 36);
    journey
        .press("V")
        .type_text("daar geen ruimte voor")
        .press("Enter i Esc B");
    assert_eq!(
        journey.app.basket().quotes[0].words,
        "daar geen ruimte voor"
    );
    assert!(
        journey.shows("0.3 · Kamerstuk 36 800 XVII, nr. 9"),
        "{}",
        journey.screen()
    );
}

#[test]
fn quotes_of_two_letters_lie_in_one_basket_and_each_leads_to_its_own() {
    let other = letter::read(
        "Den Haag, 1 maart 2025\n\nGeachte voorzitter,\n\nDit is de brief over appels. Appels zijn fruit.",
    )
    .unwrap();
    let brought = |file: Option<&str>, letter| {
        let held = Held::new(file.map(str::to_owned), letter);
        Brought::of(held, &Kept::default(), Language::Dutch)
    };
    let letters = vec![
        brought(Some("map/appels.txt"), other.clone()),
        brought(None, letter::embedded()),
    ];
    let mut journey = Journey::with(other, Language::Dutch, 100, 30);
    journey.app.begin();
    journey.app.open_letters(letters, Vec::new());
    journey.press("/").type_text("Appels zijn").press("Enter i");
    assert_eq!(journey.app.basket().quotes.len(), 1, "{}", journey.footer());
    journey
        .press("O Down Up")
        .type_text("36 800")
        .press("Enter");
    recall(&mut journey);
    assert_eq!(journey.app.reader().letter.recommendations(), 8);
    assert!(
        journey.footer().contains("mandje 1"),
        "{}",
        journey.footer()
    );
    journey.press("4 i B");
    let text = copied(&mut journey);
    assert!(
        text.starts_with("‘Appels zijn fruit.’ (") && text.ends_with(FIRST),
        "{text}"
    );
    journey.press("g Enter");
    recall(&mut journey);
    let reader = journey.app.reader();
    assert_eq!(
        reader.letter.words(reader.focus.unwrap()),
        "Appels zijn fruit."
    );
    // And to a letter that is open already, which is not read again.
    journey.press("B G Enter");
    let reader = journey.app.reader();
    assert!(
        reader
            .letter
            .words(reader.focus.unwrap())
            .starts_with("Nederland hecht")
    );
}

/// What was kept of the letter that has just been opened is read: nothing.
fn recall(journey: &mut Journey) {
    if journey.effects.last() == Some(&Effect::Recall) {
        journey.tell(Message::Recalled(Ok(Box::default())));
    }
    journey.tell(Message::Spare);
}

#[test]
fn it_fits_small_screens_and_long_quotes() {
    for (columns, rows) in [(80, 24), (60, 20), (40, 8), (20, 5)] {
        let mut journey = Journey::start(columns, rows);
        journey.press("4 v p i 5 v p i 6 v p i B g");
        assert_eq!(journey.app.basket().quotes.len(), 3);
        for _ in 0..3 {
            assert!(
                !journey.with_role("chosen").is_empty() || rows < 8,
                "{}",
                journey.screen()
            );
            journey.press("Down");
        }
    }
}
