/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-people-code.h"

#define N_PAIRS 90
#define FIRST_CODE 2

guint16
jkb_people_code (gint64 people)
{
  int power = 0;

  if (people <= 0)
    return people < 0 ? JKB_PEOPLE_CODE_UNKNOWN : JKB_PEOPLE_CODE_NONE;
  if (people < 10)
    return (guint16) (FIRST_CODE + people * 10 - 10);
  for (power = 1; people >= 100; power++)
    people /= 10;
  return (guint16) (FIRST_CODE + power * N_PAIRS + people - 10);
}

gint64
jkb_people_code_from (guint code)
{
  gint64 from;
  guint power;

  g_return_val_if_fail (code < JKB_N_PEOPLE_CODES, 0);

  if (code < FIRST_CODE)
    return 0;
  power = (code - FIRST_CODE) / N_PAIRS;
  from = (code - FIRST_CODE) % N_PAIRS + 10;
  if (power == 0)
    return from / 10;
  for (; power > 1; power--)
    from = from > G_MAXINT64 / 10 ? G_MAXINT64 : from * 10;
  return from;
}

JkbPeopleBin
jkb_people_code_bin (guint code)
{
  if (code < FIRST_CODE)
    return code == JKB_PEOPLE_CODE_NONE ? JKB_PEOPLE_NONE : JKB_PEOPLE_UNKNOWN;
  return (JkbPeopleBin) MIN (JKB_PEOPLE_1 + (code - FIRST_CODE) / N_PAIRS, JKB_N_PEOPLE_BINS - 1);
}
