/* Stands between the server and the C library (LD_PRELOAD): notes what was written to the database since its last sync, and
 * which names its directory got and lost; dies at a given step of a write or sync or change of a name, fails reads, writes and
 * syncs on demand, and moves the clock. The harness says what to do in a file of numbers that both have mapped. It must not
 * know what SQLite writes. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The numbers of the control file, in the order of src/shim.rs. */
enum { WRITE_ERROR, SYNC_ERROR, READ_ERROR, CLOCK_OFFSET_S, DIE_AFTER, SYNC_DELAY_US, KEEP_ALL, HOME_IS_NEW, INJECTED, NUMBERS };

/* Home is the data directory, and above it the one that has its name. */
enum file { OTHER, DATABASE, LOG, HOME, ABOVE };

/* What a record of a journal is of. */
enum event { WRITTEN, SYNCED, NOT_SYNCED };

static volatile int64_t *control;
static int journals[3] = { -1, -1, -1 }, names = -1;
static const char *home, *kept;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

static int open_raw(const char *path, int flags) {
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("TORTURE_CONTROL");
    int fd = path ? open_raw(path, O_RDWR) : -1;
    if (fd < 0) return;
    void *map = mmap(NULL, NUMBERS * sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (map != MAP_FAILED) control = map;
    const char *variables[] = { NULL, "TORTURE_DATABASE_JOURNAL", "TORTURE_LOG_JOURNAL" };
    for (int kind = DATABASE; kind <= LOG; kind++) {
        const char *journal = getenv(variables[kind]);
        if (journal) journals[kind] = open_raw(journal, O_WRONLY | O_CREAT | O_APPEND | O_TRUNC);
    }
    /* Names that are not on the disk are not when the next server starts, either. */
    const char *journal = getenv("TORTURE_NAMES_JOURNAL");
    if (journal) names = open_raw(journal, O_WRONLY | O_CREAT | O_APPEND);
    home = getenv("TORTURE_HOME");
    kept = getenv("TORTURE_KEPT");
}

static int ends_in(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* Which file or directory of these a descriptor is. Asked anew each time, since numbers are given again. */
static enum file kind_of(int fd) {
    char link[40] = "/proc/self/fd/", digits[12], path[4096];
    if (!control || fd < 0) return OTHER;
    int error = errno, at = sizeof digits - 1;
    digits[at] = 0;
    for (int rest = fd; at > 0; rest /= 10) {
        digits[--at] = (char)('0' + rest % 10);
        if (rest < 10) break;
    }
    strcat(link, digits + at);
    ssize_t length = syscall(SYS_readlink, link, path, sizeof path - 1);
    errno = error;
    if (length <= 0) return OTHER;
    path[length] = 0;
    if (home && strncmp(home, path, (size_t)length) == 0) {
        if (!home[length]) return HOME;
        if (strrchr(home, '/') == home + length) return ABOVE;
    }
    if (ends_in(path, "/roster.db")) return DATABASE;
    return ends_in(path, "/roster.db-wal") ? LOG : OTHER;
}

static int is_watched(enum file kind) {
    return kind == DATABASE || kind == LOG;
}

/* One step of a write, a sync or a change of a name is over: dies here if it is the one. */
static void step(void) {
    if (control[DIE_AFTER] > 0 && __atomic_sub_fetch(&control[DIE_AFTER], 1, __ATOMIC_SEQ_CST) == 0)
        syscall(SYS_kill, getpid(), SIGKILL);
}

static int fails(int number) {
    if (!control[number]) return 0;
    __atomic_add_fetch(&control[INJECTED], 1, __ATOMIC_SEQ_CST);
    errno = (int)control[number];
    return 1;
}

/* Notes a write before it is done: what it is, where, how long, how long the file was, the new bytes, the old ones. */
static void note(enum file kind, int fd, const void *bytes, size_t count, off_t offset) {
    struct stat before;
    if (journals[kind] < 0 || fstat(fd, &before) != 0) return;
    uint64_t old = 0, length = sizeof(uint64_t) * 5 + count;
    if (before.st_size > offset) old = (uint64_t)(before.st_size - offset) < count ? (uint64_t)(before.st_size - offset) : count;
    char *record = malloc(length + old);
    if (!record) return;
    uint64_t head[5] = { WRITTEN, (uint64_t)offset, count, (uint64_t)before.st_size, old };
    memcpy(record, head, sizeof head);
    memcpy(record + sizeof head, bytes, count);
    if (syscall(SYS_pread64, fd, record + length, old, offset) == (long)old)
        syscall(SYS_write, journals[kind], record, length + old);
    free(record);
}

/* Notes a sync. What was on the disk before it is of no interest, unless everything is to be kept. */
static void note_sync(enum file kind, int is_done) {
    uint64_t head[5] = { is_done ? SYNCED : NOT_SYNCED };
    if (journals[kind] < 0) return;
    if (control[KEEP_ALL]) syscall(SYS_write, journals[kind], head, sizeof head);
    else if (is_done) syscall(SYS_ftruncate, journals[kind], 0);
}

static ssize_t write_watched(enum file kind, int fd, const char *bytes, size_t count, off_t offset) {
    if (fails(WRITE_ERROR)) return -1;
    pthread_mutex_lock(&order);
    note(kind, fd, bytes, count, offset);
    size_t half = control[DIE_AFTER] > 0 ? count / 2 : 0;
    ssize_t written = half ? syscall(SYS_pwrite64, fd, bytes, half, offset) : 0;
    if (written == (ssize_t)half) {
        step();
        ssize_t rest = syscall(SYS_pwrite64, fd, bytes + half, count - half, offset + (off_t)half);
        written = rest < 0 ? rest : written + rest;
        step();
    }
    pthread_mutex_unlock(&order);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    enum file kind = kind_of(fd);
    if (!is_watched(kind)) return syscall(SYS_pwrite64, fd, bytes, count, offset);
    return write_watched(kind, fd, bytes, count, offset);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    enum file kind = kind_of(fd);
    if (!is_watched(kind)) return syscall(SYS_write, fd, bytes, count);
    off_t offset = lseek(fd, 0, SEEK_CUR);
    ssize_t written = write_watched(kind, fd, bytes, count, offset);
    if (written > 0) lseek(fd, offset + written, SEEK_SET);
    return written;
}

ssize_t read(int fd, void *bytes, size_t count) {
    if (control && control[READ_ERROR] && is_watched(kind_of(fd)) && fails(READ_ERROR)) return -1;
    return syscall(SYS_read, fd, bytes, count);
}

ssize_t pread64(int fd, void *bytes, size_t count, off64_t offset) {
    if (control && control[READ_ERROR] && is_watched(kind_of(fd)) && fails(READ_ERROR)) return -1;
    return syscall(SYS_pread64, fd, bytes, count, offset);
}

/* The name in the data directory that a path has; none of other paths, and none of the index of the log, which is memory. */
static const char *name_at_home(const char *path) {
    size_t length = control && home ? strlen(home) : 0;
    if (!length || strncmp(path, home, length) != 0 || path[length] != '/') return NULL;
    const char *name = path + length + 1;
    return *name && !strchr(name, '/') && !ends_in(name, "-shm") ? name : NULL;
}

/* Notes a change of a name before it is done: what it is, the name, the other name, and under which name the file is kept that
 * is to lose its own. */
static void note_name(const char *what, const char *name, const char *other, const char *lost) {
    static int count;
    char line[1024], keep[4096] = "", *last = keep;
    if (names < 0) return;
    if (lost && kept) {
        snprintf(keep, sizeof keep, "%s/%d-%d", kept, getpid(), count++);
        if (syscall(SYS_linkat, AT_FDCWD, lost, AT_FDCWD, keep, 0) == 0) last = strrchr(keep, '/') + 1;
        else keep[0] = 0;
    }
    int length = snprintf(line, sizeof line, "%s\t%s\t%s\t%s\n", what, name, other, last);
    if (length > 0 && length < (int)sizeof line) syscall(SYS_write, names, line, length);
}

static int open_noted(const char *path, int flags, mode_t mode) {
    const char *name = flags & O_CREAT ? name_at_home(path) : NULL;
    if (!name) return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    pthread_mutex_lock(&order);
    int is_new = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    if (is_new) note_name("made", name, "", NULL);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode), error = errno;
    if (is_new) step();
    pthread_mutex_unlock(&order);
    errno = error;
    return fd;
}

/* The mode is there only where a file may be made. */
#define OPEN(function) \
    int function(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return open_noted(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

int rename(const char *from, const char *to) {
    const char *name = name_at_home(from), *other = name_at_home(to);
    if (!name || !other) return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    pthread_mutex_lock(&order);
    note_name("moved", name, other, to);
    int outcome = (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), error = errno;
    step();
    pthread_mutex_unlock(&order);
    errno = error;
    return outcome;
}

int unlink(const char *path) {
    const char *name = name_at_home(path);
    if (!name) return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    pthread_mutex_lock(&order);
    note_name("gone", name, "", path);
    int outcome = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0), error = errno;
    step();
    pthread_mutex_unlock(&order);
    errno = error;
    return outcome;
}

int mkdir(const char *path, mode_t mode) {
    int outcome = (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode), error = errno;
    if (outcome == 0 && control && home && strcmp(path, home) == 0) {
        control[HOME_IS_NEW] = 1;
        step();
    }
    errno = error;
    return outcome;
}

/* What was made, moved and removed in a directory is on the disk with the directory. */
static int sync_names(enum file kind, long call, int fd) {
    step();
    pthread_mutex_lock(&order);
    int outcome = (int)syscall(call, fd), error = errno;
    if (outcome == 0 && kind == HOME && names >= 0) syscall(SYS_ftruncate, names, 0);
    if (outcome == 0 && kind == ABOVE) control[HOME_IS_NEW] = 0;
    pthread_mutex_unlock(&order);
    step();
    errno = error;
    return outcome;
}

static int sync_with(long call, int fd) {
    enum file kind = kind_of(fd);
    if (kind == HOME || kind == ABOVE) return sync_names(kind, call, fd);
    if (kind == OTHER) return (int)syscall(call, fd);
    if (fails(SYNC_ERROR)) {
        int error = errno;
        pthread_mutex_lock(&order);
        note_sync(kind, 0);
        pthread_mutex_unlock(&order);
        errno = error;
        return -1;
    }
    step();
    if (control[SYNC_DELAY_US] > 0) usleep((useconds_t)control[SYNC_DELAY_US]);
    pthread_mutex_lock(&order);
    int outcome = (int)syscall(call, fd);
    note_sync(kind, outcome == 0);
    pthread_mutex_unlock(&order);
    step();
    return outcome;
}

int fsync(int fd) {
    return sync_with(SYS_fsync, fd);
}

int fdatasync(int fd) {
    return sync_with(SYS_fdatasync, fd);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int outcome = (int)syscall(SYS_clock_gettime, clock, now);
    if (outcome == 0 && control && clock == CLOCK_REALTIME) now->tv_sec += control[CLOCK_OFFSET_S];
    return outcome;
}
