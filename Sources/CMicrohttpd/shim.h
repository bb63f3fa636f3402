#pragma once
#include <microhttpd.h>
#include <string.h>

// What a server is started with. The certificate and its key are PEM texts, or both null for plain HTTP.
struct httpd_settings {
  int listen_socket;
  unsigned int threads;
  unsigned int timeout_seconds;
  unsigned int connection_limit;
  size_t memory_limit;
  const char *certificate;
  const char *key;
};

// What the library calls: when a connection is opened and closed, when a request's first line has come, with its head
// and body, and when it is over.
struct httpd_callbacks {
  MHD_NotifyConnectionCallback connection;
  void *(*begin)(void *context, const char *address, struct MHD_Connection *connection);
  MHD_AccessHandlerCallback handler;
  MHD_RequestCompletedCallback completed;
};

// Leaves the %-escapes of an address in place: the library would cut the text at %00, and Swift can refuse it.
static inline size_t httpd_keep_escapes(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

// MHD_get_connection_info takes a varying number of arguments, which Swift cannot pass. Gives -1 where there is none.
static inline int httpd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

// Casts in macros, which Swift cannot see.
static const ssize_t httpd_end_of_stream = -1;
static const ssize_t httpd_end_with_error = -2;

// MHD_start_daemon takes a varying number of arguments, which Swift cannot pass.
static inline struct MHD_Daemon *httpd_start(
  struct httpd_settings settings, struct httpd_callbacks callbacks, void *context
) {
  int encrypted = settings.certificate != NULL && settings.key != NULL;
  struct MHD_OptionItem tls[] = {
    { MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings.certificate },
    { MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings.key },
    // The library's own choice may hold versions that nobody should speak any more.
    { MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)"NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2" },
    { MHD_OPTION_END, 0, NULL },
  };
  unsigned int flags = MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_ITC | (encrypted ? MHD_USE_TLS : 0);
  return MHD_start_daemon(
    flags, 0, NULL, NULL, callbacks.handler, context,
    MHD_OPTION_LISTEN_SOCKET, settings.listen_socket,
    MHD_OPTION_THREAD_POOL_SIZE, settings.threads,
    MHD_OPTION_CONNECTION_TIMEOUT, settings.timeout_seconds,
    MHD_OPTION_CONNECTION_LIMIT, settings.connection_limit,
    MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings.memory_limit,
    MHD_OPTION_STRICT_FOR_CLIENT, 1,
    MHD_OPTION_UNESCAPE_CALLBACK, &httpd_keep_escapes, NULL,
    MHD_OPTION_NOTIFY_CONNECTION, callbacks.connection, context,
    MHD_OPTION_URI_LOG_CALLBACK, callbacks.begin, context,
    MHD_OPTION_NOTIFY_COMPLETED, callbacks.completed, context,
    encrypted ? MHD_OPTION_ARRAY : MHD_OPTION_END, tls, MHD_OPTION_END);
}
