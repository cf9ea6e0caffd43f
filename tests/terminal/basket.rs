//! A quotation is pasted, looked for and put into the basket, which is given back at the end where nothing was done
//! with it.

use crate::{folder::Folder, program::kamerbrief, pty::Pty, seen::Fate};

#[test]
fn a_pasted_quotation_is_verified_and_what_lies_in_the_basket_is_not_lost() {
    let home = Folder::new("basket");
    let mut command = kamerbrief();
    command.env("HOME", &home.0);
    let mut pty = Pty::open(command, (110, 30));
    pty.wait_for_reader();
    // A terminal sends a carriage return for each line end of what is pasted: none of them is Enter.
    pty.send("V\x1b[200~“budgettaire krapte en de\rafspraken uit het Regeerprogramma\ris daar geen ruimte voor”\r\x1b[201~");
    pty.wait_for_words("ruimte voor”");
    pty.send("\r");
    pty.wait_for_words("Staat woordelijk in de brief.");
    pty.send("i");
    pty.wait_for_words("In het mandje (1): 0.3");
    pty.send("\x1b");
    pty.wait_for_words("zoek naam");
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0));
    let seen = pty.seen();
    assert!(
        seen.says("Het mandje was nog niet gekopieerd of opgeslagen."),
        "{:#?}",
        seen.rows()
    );
    assert!(
        seen.says("‘budgettaire krapte en de afspraken uit het Regeerprogramma"),
        "{:#?}",
        seen.rows()
    );
}
