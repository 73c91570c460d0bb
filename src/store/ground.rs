//! The ground a book stands on: who may read its files, what kind of disk it is, how much room is left.
//!
//! Nothing here opens a book's file. Closing any descriptor of a file drops all locks that this process holds on it,
//! SQLite's included, so the book is only ever looked at from outside.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What kind of disk a file lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// Shared memory and locks work: the write-ahead log can be used.
    Local,
    /// Another machine may be behind it, and then they do not.
    Network,
}

/// Creates an empty file that only its owner can read, whatever the umask.
pub(super) fn create_private(path: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path)?);
    close_to_others(path)
}

/// Creates a folder that only its owner can enter; one that is there stays as it is.
pub(super) fn create_private_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Takes every permission from everybody but the owner.
pub(super) fn close_to_others(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(())
}

/// The permission bits of a file that somebody else may read or write.
pub(super) fn wider_than_owner(path: &Path) -> Option<u32> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
        (mode & 0o077 != 0).then_some(mode)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// The file and what SQLite may lay beside it.
pub(super) fn with_companions(path: &Path) -> impl Iterator<Item = PathBuf> {
    ["", "-wal", "-shm", "-journal"].map(|suffix| companion(path, suffix)).into_iter()
}

/// `book.db` and `-wal` make `book.db-wal`.
pub(super) fn companion(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// Removes what lies beside a file.
pub(super) fn remove_companions(path: &Path) -> io::Result<()> {
    for file in with_companions(path).skip(1) {
        match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Gives a file a name that nobody has: who takes it at the same moment keeps it. Where the disk knows no second name
/// for a file, a look has to do.
pub(super) fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(_) if to.exists() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// How many bytes the file has; 0 where there is none.
pub(super) fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |meta| meta.len())
}

/// Whether two names are one file.
pub(super) fn same_file(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// Makes a rename in this folder last. A file system that cannot do it has done all it can.
pub(super) fn sync_folder_of(path: &Path) {
    if let Ok(folder) = fs::File::open(folder_of(path)) {
        let _ = folder.sync_all();
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What kind of disk the file lies on, or will.
pub(super) fn of(path: &Path) -> Ground {
    #[cfg(target_os = "linux")]
    if let Ok(found) = rustix::fs::statfs(path).or_else(|_| rustix::fs::statfs(folder_of(path))) {
        return of_type(found.f_type as u32);
    }
    let _ = path;
    Ground::Local
}

// By the magic numbers of linux/magic.h and of the file systems themselves. A FUSE file system may be sshfs or a local
// one, and there is no telling from its number: it counts as a network, since that is slower and never wrong.
#[cfg(target_os = "linux")]
fn of_type(number: u32) -> Ground {
    match number {
        0x6969 // nfs
        | 0xff53_4d42 // cifs
        | 0x517b // smb
        | 0xfe53_4d42 // smb 2
        | 0x6573_5546 // fuse
        | 0x0102_1997 // 9p
        | 0x5346_414f // afs
        | 0x6b41_4653 // afs of the kernel
        | 0x7375_7245 // coda
        | 0x564c // ncp
        | 0x00c3_6400 // ceph
        | 0x0bd0_0bd0 // lustre
        | 0x4750_4653 // gpfs
        | 0x1983_0326 // beegfs
        | 0x0116_1970 // gfs2
        | 0x7461_636f // ocfs2
        | 0x786f_4256 // a folder shared with VirtualBox
        => Ground::Network,
        _ => Ground::Local,
    }
}

/// How many bytes the user can still write to the disk of this file.
pub(super) fn room(path: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let found = rustix::fs::statvfs(path).ok()?;
        Some(found.f_bavail.saturating_mul(found.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::store::tests::is_without_umask;

    #[test]
    fn a_disk_behind_which_another_machine_may_be_is_a_network() {
        assert_eq!(of_type(0x6969), Ground::Network);
        assert_eq!(of_type(0xff53_4d42), Ground::Network);
        for local in [0xef53, 0x0102_1994, 0x9123_683e, 0x5846_5342] {
            assert_eq!(of_type(local), Ground::Local, "{local:x}");
        }
    }

    #[test]
    fn a_new_file_is_the_owners_alone_whatever_the_umask() {
        if !is_without_umask(module_path!(), "a_new_file_is_the_owners_alone_whatever_the_umask") {
            return;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        let plain = folder.path().join("plain");
        fs::write(&plain, "").expect("written");
        assert_eq!(wider_than_owner(&plain), Some(0o666), "no umask");
        create_private(&path).expect("made");
        create_private_folder(&folder.path().join("a/b")).expect("made");
        assert_eq!(wider_than_owner(&path), None);
        assert_eq!(wider_than_owner(&folder.path().join("a/b")), None);
        assert!(create_private(&path).is_err(), "it never takes over what is there");
    }
}
