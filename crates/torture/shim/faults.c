/* Stands between the server and the C library (LD_PRELOAD): notes what was written to the database since its last sync,
 * dies at a given step of a write or sync, fails reads, writes and syncs on demand, and moves the clock. The harness says
 * what to do in a file of numbers that both have mapped. It must not know what SQLite writes. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The numbers of the control file, in the order of src/shim.rs. */
enum { WRITE_ERROR, SYNC_ERROR, READ_ERROR, CLOCK_OFFSET_S, DIE_AFTER, SYNC_DELAY_US, KEEP_ALL, INJECTED, NUMBERS };

enum file { OTHER, DATABASE, LOG };

/* What a record of a journal is of. */
enum event { WRITTEN, SYNCED, NOT_SYNCED };

static volatile int64_t *control;
static int journals[3] = { -1, -1, -1 };
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
    const char *names[] = { NULL, "TORTURE_DATABASE_JOURNAL", "TORTURE_LOG_JOURNAL" };
    for (int kind = DATABASE; kind <= LOG; kind++) {
        const char *journal = getenv(names[kind]);
        if (journal) journals[kind] = open_raw(journal, O_WRONLY | O_CREAT | O_APPEND | O_TRUNC);
    }
}

static int ends_in(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* Which of the database's files a descriptor is. Asked anew each time, since numbers are given again. */
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
    if (ends_in(path, "/roster.db")) return DATABASE;
    return ends_in(path, "/roster.db-wal") ? LOG : OTHER;
}

/* One step of a write or sync is over: dies here if it is the one. */
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
    if (kind == OTHER) return syscall(SYS_pwrite64, fd, bytes, count, offset);
    return write_watched(kind, fd, bytes, count, offset);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    enum file kind = kind_of(fd);
    if (kind == OTHER) return syscall(SYS_write, fd, bytes, count);
    off_t offset = lseek(fd, 0, SEEK_CUR);
    ssize_t written = write_watched(kind, fd, bytes, count, offset);
    if (written > 0) lseek(fd, offset + written, SEEK_SET);
    return written;
}

ssize_t read(int fd, void *bytes, size_t count) {
    if (control && control[READ_ERROR] && kind_of(fd) != OTHER && fails(READ_ERROR)) return -1;
    return syscall(SYS_read, fd, bytes, count);
}

ssize_t pread64(int fd, void *bytes, size_t count, off64_t offset) {
    if (control && control[READ_ERROR] && kind_of(fd) != OTHER && fails(READ_ERROR)) return -1;
    return syscall(SYS_pread64, fd, bytes, count, offset);
}

static int sync_with(long call, int fd) {
    enum file kind = kind_of(fd);
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
