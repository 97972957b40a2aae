/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @n_bytes: how many
 *
 * What libFuzzer calls; each fuzzer of this folder defines it.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);
