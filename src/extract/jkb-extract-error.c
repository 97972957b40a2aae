/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-extract-error.h"

G_DEFINE_QUARK (jkb-extract-error-quark, jkb_extract_error)
