/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-error.h"

G_DEFINE_QUARK (jkb-core-error-quark, jkb_core_error)
