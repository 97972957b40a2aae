/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-unbroken.h"

#define DIGIT "[0-9０-９]"
#define DAY DIGIT "{1,2} ?日"
#define MONTH DIGIT "{1,2} ?月"
#define YEAR "(?:明治|大正|昭和|平成|令和)?(?:" DIGIT "{1,4}|元) ?年"
#define FIGURE "約?" DIGIT "[0-9０-９,，.]{0,14} ?[万億]?(?:人|名|件|日|社|台|枚|冊|円)"

static const GRegex *
get_pattern (void)
{
  static gsize is_made = 0;
  static GRegex *pattern;

  if (g_once_init_enter (&is_made))
    {
      pattern = g_regex_new (YEAR "(?: ?" MONTH "(?: ?" DAY ")?)?|" MONTH " ?" DAY "|" FIGURE, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&is_made, 1);
    }
  return pattern;
}

GArray *
jkb_unbroken_find (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JkbSpan));
  g_autoptr(GMatchInfo) match = NULL;
  int begin, end;

  g_return_val_if_fail (text != NULL, spans);

  for (g_regex_match (get_pattern (), text, 0, &match); g_match_info_fetch_pos (match, 0, &begin, &end);
       g_match_info_next (match, NULL))
    {
      JkbSpan span = { (gsize) begin, (gsize) end };

      g_array_append_val (spans, span);
    }
  return spans;
}

void
jkb_unbroken_add (PangoAttrList *attributes, const char *text)
{
  g_autoptr(GArray) spans = jkb_unbroken_find (text);

  for (guint i = 0; i < spans->len; i++)
    {
      const JkbSpan *span = &g_array_index (spans, JkbSpan, i);
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = (guint) span->begin;
      attribute->end_index = (guint) span->end;
      pango_attr_list_insert (attributes, attribute);
    }
}

static void
on_text_changed_cb (GtkLabel *label, GParamSpec *pspec, gpointer data)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  /* A hyphen that Pango puts to the end of a line would be read as part of a path or of a hash. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  jkb_unbroken_add (attributes, gtk_label_get_text (label));
  gtk_label_set_attributes (label, attributes);
}

void
jkb_unbroken_label (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "notify::label", G_CALLBACK (on_text_changed_cb), NULL);
  on_text_changed_cb (label, NULL, NULL);
}
