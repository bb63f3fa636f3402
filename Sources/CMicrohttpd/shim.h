#pragma once
#include <microhttpd.h>
#include <string.h>

// What a server is started with. The certificate and its key are PEM texts, or both null for plain HTTP.
struct httpd_settings {
  int listen_socket;
  unsigned int threads;
  unsigned int timeout_seconds;
  unsigned int connection_limit;
  const char *certificate;
  const char *key;
};

// Leaves the %-escapes of an address in place: the library would cut the text at %00, and Swift can refuse it.
static inline size_t httpd_keep_escapes(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

// MHD_start_daemon takes a varying number of arguments, which Swift cannot pass.
static inline struct MHD_Daemon *httpd_start(
  struct httpd_settings settings, MHD_AccessHandlerCallback handler, MHD_RequestCompletedCallback completed,
  void *context
) {
  int encrypted = settings.certificate != NULL && settings.key != NULL;
  struct MHD_OptionItem tls[] = {
    { MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings.certificate },
    { MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings.key },
    { MHD_OPTION_END, 0, NULL },
  };
  unsigned int flags = MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_ITC | (encrypted ? MHD_USE_TLS : 0);
  return MHD_start_daemon(
    flags, 0, NULL, NULL, handler, context,
    MHD_OPTION_LISTEN_SOCKET, settings.listen_socket,
    MHD_OPTION_THREAD_POOL_SIZE, settings.threads,
    MHD_OPTION_CONNECTION_TIMEOUT, settings.timeout_seconds,
    MHD_OPTION_CONNECTION_LIMIT, settings.connection_limit,
    MHD_OPTION_STRICT_FOR_CLIENT, 1,
    MHD_OPTION_UNESCAPE_CALLBACK, &httpd_keep_escapes, NULL,
    MHD_OPTION_NOTIFY_COMPLETED, completed, context,
    encrypted ? MHD_OPTION_ARRAY : MHD_OPTION_END, tls, MHD_OPTION_END);
}
