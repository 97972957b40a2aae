/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-chain.h"

/**
 * jkb_label_change:
 * @change: what two reports tell differently
 *
 * Any thread. Returns: (transfer full): it in words, e.g. `People affected: 100,000 people → 5,836 people`
 */
char *jkb_label_change (const JkbChange *change);
