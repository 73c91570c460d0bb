//! The schema: numbered migrations, whose book a file is, and bringing an older one up to date.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::error::Cause;

/// `inrd` in ASCII, in the header of every book: `file` and we tell it from other databases by this.
pub(super) const APPLICATION_ID: i32 = 0x696e_7264;

/// A step from one schema to the next. Never edited once it was released.
pub(super) struct Migration {
    pub(super) sql: &'static str,
    /// The first version of inroads that can read what it leads to; told to users of older ones.
    pub(super) needs: &'static str,
}

/// Every step there ever was; schema 1 is what the first one leads to.
pub(super) const MIGRATIONS: &[Migration] = &[
    Migration { sql: include_str!("migrations/0001_first.sql"), needs: "0.1.0" },
    Migration { sql: include_str!("migrations/0002_compose.sql"), needs: "0.2.0" },
    Migration { sql: include_str!("migrations/0003_forecast.sql"), needs: "0.3.0" },
];

/// Whose a database is, and how old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Schema {
    /// Nothing in it yet.
    Empty,
    /// A book of this schema, which these migrations know.
    Ours(usize),
}

/// Looks at the header and at nothing else where that is enough.
pub(super) fn identify(book: &Connection, migrations: &[Migration]) -> Result<Schema, Cause> {
    // All of it is of one moment: another instance may be filling a new book just now.
    let book = book.unchecked_transaction()?;
    let (id, schema): (i32, i64) = book.query_row(
        "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if (id, schema) == (0, 0) {
        let things: i64 = book.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        return if things == 0 { Ok(Schema::Empty) } else { Err(Cause::Foreign) };
    }
    if id != APPLICATION_ID {
        return Err(Cause::Foreign);
    }
    match usize::try_from(schema) {
        Ok(schema) if (1..=migrations.len()).contains(&schema) => Ok(Schema::Ours(schema)),
        Ok(schema) if schema > migrations.len() => Err(Cause::Newer {
            needs: book
                .query_row("SELECT needs FROM book", [], |row| row.get(0))
                .unwrap_or_else(|_| format!("with schema {schema}")),
        }),
        _ => Err(Cause::Damaged(format!("there is no schema {schema}"))),
    }
}

/// Takes every step that is still to be taken, each in a transaction of its own; of a new book all in one, so that
/// nobody ever finds it half made and takes it for an old one. Another instance may be at the same work: what it did
/// meanwhile is not done again.
pub(super) fn migrate(book: &mut Connection, migrations: &[Migration]) -> Result<(), Cause> {
    let mut have = 0;
    while have < migrations.len() {
        let step = book.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let schema: i64 =
            step.query_row("SELECT user_version FROM pragma_user_version", [], |row| row.get(0))?;
        have = usize::try_from(schema).unwrap_or(migrations.len());
        let to = if have == 0 { migrations.len() } else { have + 1 };
        for (migration, schema) in migrations.iter().zip(1..).take(to).skip(have) {
            take(&step, migration, schema)?;
        }
        step.commit()?;
        have = to;
    }
    Ok(())
}

fn take(step: &Transaction<'_>, migration: &Migration, schema: usize) -> Result<(), Cause> {
    step.execute_batch(migration.sql)?;
    step.execute(
        "INSERT INTO book VALUES (1, ?1) ON CONFLICT DO UPDATE SET needs = ?1",
        params![migration.needs],
    )?;
    step.pragma_update(None, "application_id", APPLICATION_ID)?;
    step.pragma_update(None, "user_version", schema as i64)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    // FNV-1a: enough to notice an edit, and short enough to need no crate.
    fn hash(text: &str) -> u64 {
        text.bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    #[test]
    fn a_released_migration_is_never_edited() {
        let hashes: Vec<u64> = MIGRATIONS.iter().map(|migration| hash(migration.sql)).collect();
        assert_eq!(
            hashes,
            [366_085_764_471_242_228, 10_002_466_014_691_721_349, 10_910_719_945_938_202_673],
            "add a migration instead of editing one"
        );
    }
}
