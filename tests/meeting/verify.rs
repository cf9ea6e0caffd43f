//! Verifying a quotation in the reader: typed or pasted, looked at over the text, gone to, copied.

use crate::common::Journey;
use kamerbrief::{
    app::{keymap::Mode, message::Effect, message::Message},
    letter::{self, Language},
};

fn verified(quote: &str, columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    journey.press("V").tell(Message::Paste(quote.into()));
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::Verified);
    journey
}

#[test]
fn a_literal_quotation_is_said_to_be_and_gone_to_and_copied() {
    // As a terminal pastes it: line ends are carriage returns; quotes and dashes as another program sets them.
    let quote = "“nederland hecht grote waarde aan\rhet beschermen en vergroten\r\nvan maatschappelijke ruimte.”";
    let mut journey = verified(quote, 120, 36);
    assert!(journey.shows("Staat woordelijk in de brief."));
    assert!(
        journey.shows("4.1   Nederland hecht grote waarde"),
        "{}",
        journey.screen()
    );
    assert!(journey.shows("erna: We steunen organisaties"));
    assert!(journey.shows("reactie op aanbeveling 4, eerste alinea"));
    journey.press("y");
    let cited = "‘Nederland hecht grote waarde aan het beschermen en vergroten van maatschappelijke ruimte.’ \
                 (Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 4, eerste alinea)";
    assert_eq!(journey.effects.last(), Some(&Effect::Copy(cited.into())));
    // The style of citation is the one that all copies have.
    journey.press("Tab c");
    let citation = "Kamerstuk 36 800 XVII, nr. 9, reactie op aanbeveling 4, eerste alinea";
    assert_eq!(journey.effects.last(), Some(&Effect::Copy(citation.into())));
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::Reading);
    let reader = journey.app.reader();
    let focus = reader.focus.unwrap();
    assert!(
        reader
            .letter
            .words(focus)
            .starts_with("Nederland hecht grote")
    );
    assert!(!journey.with_role("focus").is_empty(), "it shows");
}

/// Words of two paragraphs are those of both, in what is copied and in its citation.
#[test]
fn what_stands_in_two_paragraphs_is_cited_with_both() {
    let quote =
        "gezonde maatschappelijke ruimte.\nHet mensenrechtenfonds (MRF) blijft voor dit kabinet";
    let mut journey = verified(quote, 120, 36);
    let cited = ["eerste alinea", "tweede alinea"].map(|alinea| {
        format!("Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 3, {alinea}")
    });
    for citation in &cited {
        assert!(journey.shows(citation), "{}", journey.screen());
    }
    journey.press("y");
    let Some(Effect::Copy(copied)) = journey.effects.last() else {
        panic!("{:?}", journey.effects);
    };
    assert!(copied.starts_with("‘gezonde maatschappelijke ruimte. Het mensenrechtenfonds (MRF)"));
    assert!(
        copied.ends_with(&format!("kabinet’ ({})", cited.join("; "))),
        "{copied}"
    );
    journey.press("c");
    assert_eq!(
        journey.effects.last(),
        Some(&Effect::Copy(cited.join("\n")))
    );
}

#[test]
fn what_differs_is_shown_word_by_word_with_signs() {
    for (quote, shown, verdict) in [
        (
            "Nederland hecht weinig waarde aan het beschermen en vergroten van maatschappelijke ruimte",
            "Nederland hecht [-grote-] {+weinig+} waarde",
            "Staat niet woordelijk",
        ),
        (
            "Nederland hecht waarde aan het beschermen en vergroten van maatschappelijke ruimte",
            "Nederland hecht [-grote-] waarde",
            "Staat niet woordelijk",
        ),
        (
            "Nederland hecht zeer grote waarde aan het beschermen en vergroten van maatschappelijke ruimte",
            "Nederland hecht {+zeer+} grote waarde",
            "Staat niet woordelijk",
        ),
        (
            "Gezien de budgettaire krapte en de afspraken uit het Regeerprogramma is daar ruimte voor",
            "[-geen-] ruimte voor.",
            "Staat niet woordelijk",
        ),
    ] {
        let journey = verified(quote, 160, 40);
        assert!(journey.shows(verdict), "{quote}\n{}", journey.screen());
        assert!(journey.shows(shown), "{quote}\n{}", journey.screen());
        assert!(!journey.shows("Staat woordelijk"), "{quote}");
        assert!(journey.shows("[-alleen in de brief-]  {+alleen in het citaat+}"));
    }
}

#[test]
fn an_assembled_quotation_names_each_place_and_they_are_gone_through() {
    let quote = "Nederland hecht grote waarde aan het beschermen en vergroten van maatschappelijke ruimte. \
                 De Europese Commissie speelt als hoedster van de EU-verdragen een sleutelrol";
    let mut journey = verified(quote, 120, 36);
    assert!(journey.shows("samengesteld uit woorden"));
    assert!(journey.shows("4.1   Nederland") && journey.shows("5.1   De Europese"));
    journey.press("Down c");
    let citation =
        "Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 5, eerste alinea";
    assert_eq!(journey.effects.last(), Some(&Effect::Copy(citation.into())));
    journey.press("Enter");
    assert!(journey.footer().contains("5.1"), "{}", journey.footer());
    assert!(journey.footer().contains("2/2"), "{}", journey.footer());
    journey.press("[");
    assert!(journey.footer().contains("4.1"), "{}", journey.footer());
}

#[test]
fn an_absent_one_has_the_nearest_sentence_or_nothing_at_all() {
    let mut journey = verified(
        "De minister komt voor de zomer met een nieuwe wet over fietspaden",
        120,
        36,
    );
    assert!(
        journey.shows("Staat niet in de brief"),
        "{}",
        journey.screen()
    );
    assert!(!journey.shows("{+"));
    journey.press("Esc V");
    journey.type_text("xyzzy").press("Enter");
    assert!(
        journey.shows("er staat ook niets dat erop lijkt"),
        "{}",
        journey.screen()
    );
    let effects = journey.effects.len();
    journey.press("y c i Enter");
    assert_eq!(journey.effects.len(), effects, "there is nothing to copy");
    assert_eq!(journey.app.mode(), Mode::Verified);
    journey.press("Esc");
    assert_eq!(journey.app.mode(), Mode::Reading);
}

#[test]
fn what_was_typed_comes_back_and_the_next_quotation_takes_the_place_of_one_that_was_looked_for() {
    let mut journey = Journey::start(100, 30);
    journey.press("V").type_text("daar geen").press("Esc");
    assert_eq!(journey.app.mode(), Mode::Reading);
    journey.press("V").type_text(" ruimte voor");
    assert!(
        journey.shows("daar geen ruimte voor"),
        "{}",
        journey.screen()
    );
    journey.press("Enter Esc V");
    assert!(journey.shows("daar geen ruimte voor"), "it is still there");
    assert!(journey.shows("komt in de plaats van dit citaat"));
    assert!(!journey.with_role("selected").is_empty());
    journey.type_text("krapte");
    assert!(!journey.shows("daar geen ruimte voor") && journey.shows("krapte"));
    // It was cut, not thrown away.
    journey.press("Ctrl-y");
    assert!(
        journey.shows("daar geen ruimte voor"),
        "{}",
        journey.screen()
    );
    journey.press("Enter V Backspace");
    assert!(!journey.shows("komt in de plaats"), "it is edited");
    let typed = journey.app.quotation().input.value();
    assert!(typed.starts_with("krapte") && typed.len() > 10, "{typed}");
}

#[test]
fn an_empty_or_too_long_quotation_is_told_so() {
    let mut journey = Journey::start(100, 30);
    journey.press("V Enter");
    assert_eq!(journey.app.mode(), Mode::Verify);
    assert!(
        journey.footer().contains("typ of plak"),
        "{}",
        journey.footer()
    );
    journey.tell(Message::Paste("é".repeat(6000)));
    assert!(
        journey.footer().contains("de rest is weggelaten"),
        "{}",
        journey.footer()
    );
    assert_eq!(journey.app.quotation().input.value().chars().count(), 5000);
}

#[test]
fn it_fits_small_screens_and_speaks_english() {
    let quote = "Nederland hecht weinig waarde aan het beschermen van maatschappelijke ruimte";
    for (columns, rows) in [(80, 24), (60, 20), (40, 10), (20, 5)] {
        let mut journey = verified(quote, columns, rows);
        journey.press("Down Down Up PgDn PgDn PgUp");
        assert!(journey.screen().lines().count() == usize::from(rows));
        journey.press("Enter");
        assert_eq!(journey.app.mode(), Mode::Reading);
    }
    let mut journey = Journey::with(letter::embedded(), Language::English, 120, 36);
    journey.press("V").type_text(quote).press("Enter");
    for words in ["Is this quotation in the letter?", "[-only in the letter-]"] {
        assert!(journey.shows(words), "{}", journey.screen());
    }
}
