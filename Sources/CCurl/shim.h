#pragma once
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take a varying argument, which Swift cannot pass: one wrapper for each type.

static inline CURLcode curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*curl_piece_callback)(char *bytes, size_t one, size_t count, void *context);

static inline CURLcode curl_set_callback(CURL *handle, CURLoption option, curl_piece_callback callback) {
  return curl_easy_setopt(handle, option, callback);
}

static inline CURLcode curl_get_number(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode curl_get_size(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

// Nothing but http and https is ever spoken. The option that says so in words is younger than some libraries in use.
static inline CURLcode curl_allow_only_http(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

// A name server that does not answer must not hold up the end of a transfer: its thread finishes by itself.
static inline CURLcode curl_leave_resolver_behind(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#else
  (void)handle;
  return CURLE_OK;
#endif
}

// A macro that is an expression is not visible in Swift.
static inline CURLcode curl_start_library(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
