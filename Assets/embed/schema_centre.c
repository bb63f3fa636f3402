#include "assets.h"

static const char catalogue[] = {
#embed "../schema/centre/0001-catalogue.sql" suffix(, 0)
};

const char *schema_centre_0001_catalogue(void) { return catalogue; }

static const char listing_order[] = {
#embed "../schema/centre/0002-listing-order.sql" suffix(, 0)
};

const char *schema_centre_0002_listing_order(void) { return listing_order; }
