//! What the commands print, and the codes they exit with.

use crate::call::{file, kamerbrief, program, run, run_with};
use kamerbrief::letter;

const FORMATS: [&str; 4] = ["text", "md", "json", "tsv"];

/// Calls that print something, each in a format.
fn calls() -> Vec<Vec<&'static str>> {
    let commands: [&[&str]; 10] = [
        &["show"],
        &["show", "4", "0.2"],
        &["find", "rve"],
        &["search", "mensenrechten"],
        &["verify", "daar geen ruimte voor"],
        &["list", "entities"],
        &["list", "recommendations"],
        &["list", "abbreviations"],
        &["list", "figures"],
        &["list", "notes"],
    ];
    let calls = commands
        .iter()
        .flat_map(|command| FORMATS.map(|format| [command, &["--format", format][..]].concat()));
    calls
        .chain([vec![], vec!["check"], vec!["cite"], vec!["cite", "4.2"]])
        .chain([vec!["--help"], vec!["show", "--help"], vec!["--version"]])
        .collect()
}

#[test]
fn exit_codes_say_found_nothing_found_or_unusable() {
    for call in calls() {
        assert_eq!(kamerbrief(&call).code, 0, "{call:?}");
    }
    let absent = "kamerbrief: ‘zzzzzz’ staat niet in de brief.\n";
    for (call, says) in [("find zzzzzz", absent), ("search zzzzzz", absent)] {
        for format in FORMATS {
            let words: Vec<_> = call.split(' ').chain(["--format", format]).collect();
            let said = kamerbrief(&words);
            assert_eq!((said.code, said.err.as_str()), (1, says), "{words:?}");
            if format == "json" {
                assert_eq!(said.out, "[]\n");
            }
        }
    }
    for call in [
        "show 99",
        "show 4.99",
        "show vier",
        "show --format pdf",
        "show --width 3",
        "find",
        "find x --kind mens",
        "list",
        "list niets",
        "cite 99",
        "--onbekend",
        "--at 99",
        "show -l",
        "-l a b",
        "show --color soms",
    ] {
        kamerbrief(&call.split(' ').collect::<Vec<_>>()).refusal();
    }
}

#[test]
fn no_escape_code_leaves_through_a_pipe() {
    for call in calls() {
        for (name, value) in [("TERM", "xterm"), ("CLICOLOR_FORCE", "1")] {
            let mut command = program(&call);
            command.env(name, value);
            let said = run(command);
            let control = |c: char| c.is_control() && c != '\n' && c != '\t';
            assert!(!said.out.contains(control), "{call:?}: {}", said.out);
            assert!(said.out.ends_with('\n'), "{call:?}");
        }
    }
}

#[test]
fn colours_come_where_they_are_asked_for() {
    for call in [
        &["list", "abbreviations"][..],
        &["find", "rve"],
        &["list", "entities"],
        &["list", "figures"],
    ] {
        let with = |when| kamerbrief(&[call, &["--color", when]].concat()).fine();
        let (always, never) = (with("always"), with("never"));
        assert!(always.contains("\x1b[1m"), "{call:?}: {always}");
        assert!(!never.contains('\x1b'), "{call:?}");
        assert_eq!(never, kamerbrief(call).fine());
        let mut bare = String::new();
        for part in always.split('\x1b') {
            bare.push_str(
                part.split_once('m')
                    .filter(|_| part.starts_with('['))
                    .map_or(part, |(_, text)| text),
            );
        }
        assert_eq!(bare, never, "colours change no words");
    }
}

#[test]
fn bare_in_a_pipe_it_prints_the_letter_a_paragraph_a_line() {
    let letter = kamerbrief(&[]).fine();
    assert_eq!(letter, kamerbrief(&["show"]).fine());
    let lines: Vec<_> = letter.lines().collect();
    assert!(lines[0].starts_with("Brief regering"));
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("Nederland hecht grote waarde")
                && line.ends_with("te versterken."))
    );
    let part = kamerbrief(&["--at", "4.1"]).fine();
    assert_eq!(part.lines().count(), 1);
    assert_eq!(part, kamerbrief(&["show", "4.1"]).fine());
}

#[test]
fn a_width_breaks_lines() {
    let text = kamerbrief(&["show", "4", "--width", "40"]).fine();
    assert!(text.lines().count() > 20);
    for line in text.lines() {
        assert!(line.chars().count() <= 40, "{line}");
    }
}

#[test]
fn tables_have_the_same_cells_in_every_row() {
    for (call, cells) in [
        (&["show"][..], 2),
        (&["find", "mens"], 4),
        (&["search", "de"], 2),
        (&["list", "entities"], 5),
        (&["list", "recommendations"], 6),
        (&["list", "statements"], 6),
        (&["list", "abbreviations"], 5),
        (&["list", "figures"], 4),
        (&["list", "notes"], 3),
        (&["list", "asks"], 8),
        (&["list", "implied"], 8),
    ] {
        let call: &[&str] = call;
        let said = kamerbrief(&[call, &["--format", "tsv"]].concat());
        for line in said.out.lines() {
            assert_eq!(line.split('\t').count(), cells, "{call:?}: {line}");
        }
        let head = said.out.lines().next().unwrap();
        let named = |cell: &str| !cell.is_empty() && !cell.contains(char::is_uppercase);
        assert!(head.split('\t').all(named), "{call:?}: {head}");
        if call[0] == "show" {
            continue;
        }
        let said = kamerbrief(&[call, &["--format", "md"]].concat());
        let (rows, told) = said.out.split_once("\n\n").unwrap_or((&said.out, ""));
        let ours = ["recommendations", "statements", "asks", "implied"];
        let is_ours = call.last().is_some_and(|table| ours.contains(table));
        let of_makers = told.contains("duiding") && told.contains("van de makers");
        assert_eq!(of_makers, is_ours, "{told}");
        for line in rows.lines() {
            let bars = line.matches('|').count() - line.matches("\\|").count();
            assert_eq!(bars, cells + 1, "{call:?}: {line}");
        }
    }
}

#[test]
fn a_table_shows_one_kind_alone() {
    let said = |kind: &str| {
        let call = ["list", "statements", "--format", "tsv", "--kind", kind];
        kamerbrief(&call).fine()
    };
    let refusals = said("refusal");
    let addresses: Vec<_> = refusals
        .lines()
        .skip(1)
        .map(|line| line.split('\t').nth(1).unwrap())
        .collect();
    assert_eq!(addresses, ["0.3", "0.3", "2.2"]);
    assert!(refusals.contains("nieuwe landenstrategieën, zoals door de AIV voorgesteld."));
    let cuts = said("limitation");
    for cut in [
        "met minder budget.",
        "dient het ambitieniveau",
        "vanaf 2026 minder posten",
    ] {
        assert!(cuts.contains(cut), "{cut} is not in:\n{cuts}");
    }
    assert!(!cuts.contains("landenstrategieën"));
    assert_eq!(
        said("afwijzing"),
        refusals,
        "one word in text, rows and --kind"
    );
    assert!(
        refusals
            .lines()
            .skip(1)
            .all(|row| row.starts_with("afwijzing\t"))
    );
    assert!(refusals.lines().skip(1).all(|row| row.ends_with("\tmaker")));
    for (table, kind) in [("entities", "event"), ("figures", "period")] {
        let call = ["list", table, "--format", "tsv"];
        let all = kamerbrief(&call).fine();
        let some = kamerbrief(&[&call[..], &["--kind", kind]].concat()).fine();
        assert!(!some.is_empty() && some.lines().count() < all.lines().count());
        assert!(some.lines().all(|line| all.contains(line)));
    }
}

#[test]
fn a_stance_is_printed_as_ours_with_all_its_quotes() {
    let said = kamerbrief(&["list", "recommendations"]).fine();
    assert_eq!(said.matches("(duiding van de makers)").count(), 8);
    let two = said
        .split("2  No harm als uitgangspunt nemen\n")
        .nth(1)
        .unwrap();
    let lines: Vec<&str> = two.lines().take(5).collect();
    assert_eq!(
        lines[0],
        "◐  deels: geen nieuwe landenstrategieën (een vraag die de brief niet citeert) (duiding van de makers)"
    );
    assert!(lines[1].starts_with("   2.2  Mede daarom wordt er ook niet gekozen"));
    assert!(lines[2].starts_with("   2.1  Het kabinet onderschrijft de aanbeveling"));
    assert_eq!(
        lines[4],
        "3  Persvrijheid en rechten beschermen en financieren"
    );
    let english = kamerbrief(&["list", "recommendations", "--lang", "en"]).fine();
    assert!(
        english.contains(
            "◐  in part: no new country strategies (an ask that the letter does not quote)"
        )
    );
}

#[test]
fn a_letter_without_figures_or_notes_has_none_to_list() {
    let path = file(
        "no-figures.txt",
        "Dit is een brief.\n\nMet een tweede alinea.\n",
    );
    for table in ["figures", "notes"] {
        for format in FORMATS {
            let said = kamerbrief(&["list", table, "-l", &path, "--format", format]);
            assert_eq!((said.code, said.err.as_str()), (1, ""), "{table} {format}");
            if format == "json" {
                assert_eq!(said.out, "[]\n");
            }
        }
    }
}

#[test]
fn a_figure_is_printed_with_its_kind_address_and_sentence() {
    let line = "aantal   4.2  42 landen                                                  Als voorzitter van de FOC,";
    let lines = kamerbrief(&["list", "figures"]).fine();
    assert!(lines.lines().any(|own| own.starts_with(line)), "{lines}");
    let wrapped = kamerbrief(&["list", "figures", "--width", "60"]).fine();
    let sentence = "periode  7.1  Sinds 2018\n    Sinds 2018 hanteert";
    assert!(wrapped.contains(sentence), "{wrapped}");
    let notes = kamerbrief(&["list", "notes"]).fine();
    assert!(
        notes.starts_with("1  1.1  onbekend\n2  3.3  onbekend\n"),
        "{notes}"
    );
}

/// A list without full stops is one sentence; it is not printed whole with each of its figures.
#[test]
fn a_sentence_full_of_figures_is_cut_around_each() {
    let path = file(
        "full-of-figures.txt",
        format!("Er zijn {}klaar.\n", "12 landen, ".repeat(2000)),
    );
    let lines = kamerbrief(&["list", "figures", "-l", &path]).fine();
    assert_eq!(lines.lines().count(), 2000);
    let cut = lines.lines().nth(1000).unwrap();
    assert!(
        cut.contains("  …") && cut.ends_with('…') && cut.chars().count() < 220,
        "{cut}"
    );
}

#[test]
fn markdown_sets_recommendations_apart() {
    let text = kamerbrief(&["show", "--format", "md"]).fine();
    assert!(text.starts_with("# Kabinetsreactie"));
    assert!(text.contains("\n\nDen Haag, 31 oktober 2025\n\n## *Inleiding*\n\n**0.1** Het"));
    for number in 1..=8 {
        assert!(text.contains(&format!("\n## Aanbeveling {number}")));
        assert!(text.contains(&format!("\n> **{number}.0** ")));
        let response = format!("\n### *Reactie van het kabinet*\n\n**{number}.1** ");
        assert!(text.contains(&response));
    }
    assert!(text.ends_with("staatssecretaris van Buitenlandse Zaken\n\n---\n\n*Wat in de koppen cursief staat, is van de makers van kamerbrief en niet uit de brief.*\n"));
    assert!(!text.contains("  ") && !text.contains("\n\n\n") && !text.contains('\\'));
}

/// Everything of the letter is in the document, its note marks raised as on the screen.
#[test]
fn markdown_leaves_nothing_out() {
    let text = kamerbrief(&["show", "--format", "md"]).fine();
    let letter = letter::embedded();
    let marked = |index: usize| {
        let mut words = letter.paragraph(index).to_owned();
        for mark in letter.marks_in(index).iter().rev() {
            let raised = ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷"][mark.number as usize - 1];
            words.insert_str(mark.byte, raised);
        }
        words
    };
    let mut from = 0;
    for index in 0..letter.paragraphs().len() {
        let words = marked(index) + "\n";
        let found = text[from..].find(&words);
        from += found.unwrap_or_else(|| panic!("{words}")) + words.len();
    }
    let part = kamerbrief(&["show", "4.2", "--format", "md"]).fine();
    assert!(
        part.starts_with("**4.2** ") && part.lines().count() == 1,
        "{part}"
    );
}

#[test]
fn markdown_of_another_letter_means_itself() {
    let source = "Een <b>kop</b> & een_woord\n\n1. Punt\n\nAanbeveling 1: Doe *dit* [1].\n\nEn dat.\n\nReactie\n\nNee.\n";
    let path = file("markdown.txt", source);
    let text = kamerbrief(&["show", "--format", "md", "-l", &path]).fine();
    assert!(
        text.starts_with(
            "## *Inleiding*\n\n**0.1** Een &lt;b>kop&lt;/b> & een_woord\n\n**0.2** 1. Punt\n\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("\n> **1.0** Doe \\*dit\\* \\[1].\n>\n> **1.0** En dat.\n\n### **1.1** Reactie\n\n**1.2** Nee.\n"),
        "{text}"
    );
}

#[test]
fn a_name_that_is_none_is_told_kindly() {
    for (query, code, told) in [
        ("zzzzzz", 1, "‘zzzzzz’ staat niet in de brief."),
        ("bezuinigingen", 1, "maar de woorden staan er wel: 3.3, "),
        (
            "civikus",
            0,
            "‘civikus’ is geen naam in de brief; dit lijkt erop",
        ),
    ] {
        let said = kamerbrief(&["find", query]);
        assert_eq!(said.code, code, "{query}");
        assert!(said.err.contains(told), "{}", said.err);
        assert_eq!(said.err.lines().count(), 1);
        assert_eq!(said.out.is_empty(), code == 1);
    }
    assert!(kamerbrief(&["find", "civikus"]).out.starts_with("CIVICUS"));
}

#[test]
fn a_search_denies_only_what_stands_there_under_no_name_either() {
    for (typed, code, told) in [
        ("EKVs", 0, "‘EKVs’: met andere leestekens"),
        ("OECD", 0, "‘OECD’: als naam: OESO"),
        (
            "anti-SLAPP",
            0,
            "‘anti-SLAPP’: als naam: Anti-SLAPP-richtlijn",
        ),
        (
            "zeeslangen kaas",
            1,
            "‘zeeslangen kaas’ staat niet in de brief.",
        ),
        // It is known, but not named in this letter.
        (
            "Algemene Rekenkamer",
            1,
            "‘Algemene Rekenkamer’ staat niet in de brief.",
        ),
    ] {
        let said = kamerbrief(&["search", typed]);
        assert_eq!(
            (said.code, said.out.is_empty()),
            (code, code == 1),
            "{typed}"
        );
        assert_eq!(said.err, format!("kamerbrief: {told}\n"));
    }
}

#[test]
fn a_long_text_that_is_typed_is_not_said_whole() {
    let typed = "zeeslangen ".repeat(400);
    for call in [["search", &typed], ["find", &typed]] {
        let said = kamerbrief(&call);
        assert_eq!(said.code, 1);
        let starts = said.err.starts_with("kamerbrief: ‘zeeslangen ");
        assert!(starts && said.err.chars().count() < 250, "{}", said.err);
    }
}

#[test]
fn english_is_spoken_where_it_is_asked_for() {
    let dutch = kamerbrief(&["list", "entities"]).fine();
    let english = kamerbrief(&["list", "entities", "--lang", "en"]).fine();
    assert!(dutch.starts_with("organisatie ") && english.starts_with("organisation "));
    assert!(
        dutch.contains(" Ministerie van Financiën ") && english.contains(" Ministry of Finance ")
    );
    assert!(
        kamerbrief(&["show", "99"])
            .refusal()
            .contains("onderdeel 99")
    );
    assert!(
        kamerbrief(&["show", "99", "--lang", "en"])
            .refusal()
            .contains("section 99")
    );
    assert!(
        kamerbrief(&["--help", "--lang", "en"])
            .fine()
            .contains("Usage:")
    );
    let mut command = program(&["show", "99"]);
    command.env("LANG", "en_GB.UTF-8");
    assert!(run(command).refusal().contains("section 99"));
    let words = |lang| kamerbrief(&["show", "4.1", "--lang", lang]).fine();
    assert_eq!(
        words("nl"),
        words("en"),
        "the letter's words are not translated"
    );
}

#[test]
fn a_letter_comes_from_a_file_or_standard_input() {
    let path = "assets/letter/kst-36800-XVII-9.txt";
    let embedded = kamerbrief(&["show", "--format", "json"]).fine();
    assert_eq!(
        kamerbrief(&["show", "--format", "json", "-l", path]).fine(),
        embedded
    );
    let source = std::fs::read(path).unwrap();
    let from =
        |bytes: &[u8]| run_with(program(&["show", "--format", "json", "-l", "-"]), bytes).fine();
    assert_eq!(from(&source), embedded);
    let windows = String::from_utf8(source).unwrap().replace('\n', "\r\n");
    assert_eq!(from(format!("\u{feff}{windows}").as_bytes()), embedded);
}

#[test]
fn a_search_says_in_which_way_it_found() {
    for (typed, first, says) in [
        ("diaspora", "7.0   ", ""),
        (
            "Diaspora",
            "7.0   ",
            "‘Diaspora’: 2×, met andere hoofdletters",
        ),
        ("Kabinet", "kop   ", "‘Kabinet’: "),
        ("\"minder posten\"", "3.4   ", ""),
        ("niet gouvernementele", "4.3   ", ""),
        ("nietgouvernementele", "4.3   ", ""),
        ("no-harm", "2.0   ", ""),
        ("Rechtsorde»1 reeds", "1.1   ", ""),
        ("civ\u{200b}icus", "4.1   ", ""),
        ("civicus\r\n", "4.1   ", ""),
        (
            "mensenrechtenverdedigers postennet meningsuiting",
            "3.2   ",
            "‘mensenrechtenverdedigers postennet meningsuiting’: losse woorden in één alinea",
        ),
        (
            "posten budget",
            "3.3   ",
            "‘posten budget’: losse woorden in één onderdeel",
        ),
        (
            "mensrenrechtenfons",
            "3.4   ",
            "‘mensrenrechtenfons’: bijna zo gespeld: mensrenrechtenfonds (3.4)",
        ),
    ] {
        let said = kamerbrief(&["search", typed]);
        assert_eq!(said.code, 0, "{typed}");
        assert!(said.out.starts_with(first), "{typed}: {}", said.out);
        let says = if says.is_empty() {
            String::new()
        } else {
            format!("kamerbrief: {says}")
        };
        assert!(said.err.starts_with(&says), "{typed}: {}", said.err);
        assert_eq!(
            said.err.is_empty(),
            says.is_empty(),
            "{typed}: {}",
            said.err
        );
    }
    let said = kamerbrief(&["search", "qwxz", "--lang", "en"]);
    let says = "kamerbrief: ‘qwxz’ is not in the letter.\n";
    assert_eq!((said.code, said.err.as_str()), (1, says));
}

#[test]
fn sentences_with_the_capitals_typed_come_first() {
    let letter = file(
        "case.txt",
        "Eerst de raad.\n\nDan de Raad. En RAAD.\n\nDe raad en de Raad.",
    );
    let said = kamerbrief(&["search", "Raad", "-l", &letter]);
    assert_eq!(
        said.out,
        "0.2   Dan de Raad.\n0.3   De raad en de Raad.\n0.1   Eerst de raad.\n0.2   En RAAD.\n"
    );
}

#[test]
fn the_head_has_an_address_that_works_everywhere() {
    let letter = letter::embedded();
    let head: Vec<_> = letter.head().map(|index| letter.paragraph(index)).collect();
    assert_eq!(kamerbrief(&["show", "kop"]).fine(), head.join("\n") + "\n");
    let cited = kamerbrief(&["cite", "kop"]).fine();
    assert_eq!(cited, "Kamerstukken II 2025/26, 36800 XVII, nr. 9, kop\n");
    assert!(kamerbrief(&["search", "Den Haag"]).out.starts_with("kop "));
    for call in [&["search", "Den Haag"], &["find", "Den Haag"]] {
        let json = kamerbrief(&[call, &["--format", "json"][..]].concat()).fine();
        assert!(json.contains("\"address\": \"kop\""), "{json}");
    }
    let bare = file("bare.txt", "Een.\n\nTwee.\n");
    let refusal = kamerbrief(&["show", "kop", "-l", &bare]).refusal();
    assert!(refusal.contains("er is geen kop"), "{refusal}");
    let refusal = kamerbrief(&["--at", "kop", &bare]).refusal();
    assert!(!refusal.contains("geen adres"), "{refusal}");
}

/// What ends with its line is a table, however long its addresses are.
#[test]
fn the_columns_of_check_stand_apart() {
    let many = kamerbrief::letter::source::embedded_source().repeat(40);
    let path = crate::call::file("output-many", &many);
    let out = run(program(&["check", "-l", &path])).fine();
    let rows: Vec<&str> = out.lines().filter(|row| row.contains(" regel ")).collect();
    let at = |row: &str| row.find(" regel ");
    assert!(rows.len() > 500, "{out}");
    assert!(rows.iter().all(|row| at(row) == at(rows[0])), "{out}");
}
