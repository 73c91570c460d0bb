//! Where an export goes: a zip such as the platform sends, or a folder.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Timelike};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// The target.
pub enum Archive {
    /// Written as a stream: sizes stand behind each table and in the directory at the end, as in the real ones.
    Zip(Box<ZipWriter<StreamWriter<BufWriter<File>>>>, SimpleFileOptions),
    /// A folder, and the file that is being written.
    Folder(PathBuf, Option<BufWriter<File>>),
}

impl Archive {
    /// A zip where the name ends so, else a folder. Tables in a zip bear the time at which they were taken.
    pub fn create(path: &Path, taken: i64) -> anyhow::Result<Self> {
        if path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case("zip")) {
            fs::create_dir_all(path)?;
            return Ok(Archive::Folder(path.to_owned(), None));
        }
        let at = DateTime::from_timestamp(taken * 60, 0).unwrap_or_default();
        let time = zip::DateTime::from_date_and_time(
            at.year() as u16,
            at.month() as u8,
            at.day() as u8,
            at.hour() as u8,
            at.minute() as u8,
            0,
        )?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time);
        let zip = ZipWriter::new_stream(BufWriter::new(File::create(path)?));
        Ok(Archive::Zip(Box::new(zip), options))
    }

    /// Begins the next table.
    pub fn table(&mut self, name: &str) -> anyhow::Result<&mut dyn Write> {
        match self {
            Archive::Zip(zip, options) => {
                zip.start_file(name, *options)?;
                Ok(zip)
            }
            Archive::Folder(folder, file) => {
                let path = folder.join(name);
                fs::create_dir_all(path.parent().unwrap_or(folder))?;
                close(file.take())?;
                Ok(file.insert(BufWriter::new(File::create(path)?)))
            }
        }
    }

    /// Completes it.
    pub fn finish(self) -> anyhow::Result<()> {
        match self {
            Archive::Zip(zip, _) => Ok(zip.finish()?.into_inner().flush()?),
            Archive::Folder(_, file) => Ok(close(file)?),
        }
    }
}

fn close(file: Option<BufWriter<File>>) -> io::Result<()> {
    file.map_or(Ok(()), |mut file| file.flush())
}
