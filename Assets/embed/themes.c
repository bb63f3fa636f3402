#include "assets.h"

static const char terminal[] = {
#embed "../themes/terminal.theme" suffix(, 0)
};

static const char light[] = {
#embed "../themes/light.theme" suffix(, 0)
};

static const char dark[] = {
#embed "../themes/dark.theme" suffix(, 0)
};

static const char high_contrast[] = {
#embed "../themes/high-contrast.theme" suffix(, 0)
};

const char *theme_terminal(void) { return terminal; }
const char *theme_light(void) { return light; }
const char *theme_dark(void) { return dark; }
const char *theme_high_contrast(void) { return high_contrast; }
