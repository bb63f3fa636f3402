#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast in a macro, which Swift cannot see: the library copies the bytes before it returns. No bytes
// are the empty text; a null pointer would bind null.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

// The same without a copy: the bytes stay where they are until the statement is reset.
static inline int csqlite_bind_borrowed_text(sqlite3_stmt *statement, int index, const unsigned char *bytes,
                                             sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes ? (const char *)bytes : "", count, SQLITE_STATIC, SQLITE_UTF8);
}

// sqlite3_db_config takes its arguments as variadics, which Swift cannot call.
static inline int csqlite_set_checkpoint_on_close(sqlite3 *connection, int isOn) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !isOn, (int *)0);
}

// sqlite3_config takes its arguments as variadics. Nobody asks SQLite how much memory it has, and counting it takes a lock
// for each piece, which the connections of several threads would wait for. Before the first connection only.
static inline int csqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Reads the start of the database file through SQLite's own file, whose methods Swift could reach only through nested
// pointers. No lock is taken and no log is opened. Gives the number of bytes read, or -1. Opening the file a second
// time instead would drop, on closing it, the locks of every other connection of this process.
static inline int csqlite_read_start(sqlite3 *connection, unsigned char *bytes, int count) {
  sqlite3_file *file = 0;
  sqlite3_int64 size = 0;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return -1;
  if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK) return -1;
  if (size < count) count = (int)size;
  return file->pMethods->xRead(file, bytes, count, 0) == SQLITE_OK ? count : -1;
}
