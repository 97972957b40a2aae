/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-item.h"

JkbItem *
jkb_item_new (char *text)
{
  JkbItem *item = g_new0 (JkbItem, 1);

  g_assert (text != NULL);
  item->text = text;
  item->lang = "und";
  item->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_fact_free);
  return item;
}

void
jkb_item_free (JkbItem *item)
{
  if (item == NULL)
    return;
  g_free (item->serial);
  g_free (item->title);
  g_free (item->text);
  g_free (item->set_aside_reason);
  g_ptr_array_unref (item->facts);
  g_free (item);
}

JkbItem *
jkb_item_copy (const JkbItem *item)
{
  JkbItem *copy = jkb_item_new (g_strdup (item->text));

  copy->index = item->index;
  copy->serial = g_strdup (item->serial);
  copy->title = g_strdup (item->title);
  copy->lang = item->lang;
  copy->is_notice = item->is_notice;
  copy->set_aside_reason = g_strdup (item->set_aside_reason);
  for (guint i = 0; i < item->facts->len; i++)
    jkb_item_add (copy, jkb_fact_copy (g_ptr_array_index (item->facts, i)));
  return copy;
}

void
jkb_item_add (JkbItem *item, JkbFact *fact)
{
  g_assert (fact->span.begin <= fact->span.end);
  g_ptr_array_add (item->facts, fact);
}

const JkbFact *
jkb_item_find (const JkbItem *item, JkbField field)
{
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field == field)
        return fact;
    }
  return NULL;
}

const char *
jkb_item_value (const JkbItem *item, JkbField field)
{
  const JkbFact *fact = jkb_item_find (item, field);

  return fact != NULL ? fact->value : NULL;
}
