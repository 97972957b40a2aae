/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-error.h"

G_DEFINE_QUARK (jkb-store-error-quark, jkb_store_error)
