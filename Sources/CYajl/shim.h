#pragma once
#include <yajl/yajl_gen.h>
#include <yajl/yajl_parse.h>

// yajl_gen_config is variadic, which Swift cannot call.

/// Makes a generator put each member and element on its own line, indented by two spaces a level.
static inline int pivotal_yajl_gen_beautify(yajl_gen generator) {
  return yajl_gen_config(generator, yajl_gen_beautify, 1) && yajl_gen_config(generator, yajl_gen_indent_string, "  ");
}

// yajl_config is variadic as well.

/// Makes a parser leave the check of UTF-8 to whoever feeds it.
static inline int pivotal_yajl_dont_validate_strings(yajl_handle parser) {
  return yajl_config(parser, yajl_dont_validate_strings, 1);
}
