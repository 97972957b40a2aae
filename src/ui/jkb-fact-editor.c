/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-fact-editor.h"

#include <glib/gi18n-lib.h>

#include "core/jkb-count.h"
#include "core/jkb-date.h"
#include "core/jkb-normal.h"
#include "labels/jkb-labels.h"

/** What is asked for, by field. */
typedef enum
{
  ASK_TEXT,
  ASK_COUNT,
  ASK_DATE,
  ASK_REPORT,                           /* a date, or only that it was made */
  ASK_WORD,
  ASK_YES_NO,
} Question;

struct _JkbFactEditor
{
  GtkPopover parent_instance;

  JkbField field;
  Question question;
  GtkEntry *entry;
  GtkDropDown *choice;                  /* of a word, or of how exact a figure is */
  GtkCheckButton *undated;
  GtkWidget *save;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbFactEditor, jkb_fact_editor, GTK_TYPE_POPOVER)

static Question
find_question (JkbField field)
{
  switch (field)
    {
    case JKB_FIELD_AFFECTED_PEOPLE:
    case JKB_FIELD_AFFECTED_RECORDS:
    case JKB_FIELD_COUNTS:
      return ASK_COUNT;
    case JKB_FIELD_OCCURRED_FROM:
    case JKB_FIELD_OCCURRED_TO:
    case JKB_FIELD_DISCOVERED:
    case JKB_FIELD_ANNOUNCED:
    case JKB_FIELD_DATES:
      return ASK_DATE;
    case JKB_FIELD_REPORTED_PPC:
    case JKB_FIELD_REPORTED_POLICE:
      return ASK_REPORT;
    case JKB_FIELD_INCIDENT_TYPE:
    case JKB_FIELD_CIRCUMSTANCES:
    case JKB_FIELD_AFFECTED_STATUS:
    case JKB_FIELD_DATA_ITEMS:
      return ASK_WORD;
    case JKB_FIELD_ENCRYPTED:
      return ASK_YES_NO;
    case JKB_FIELD_ORGANISATION:
    case JKB_FIELD_CONTRACTOR:
    case JKB_FIELD_COUNTRY:
    case JKB_N_FIELDS:
    default:
      return ASK_TEXT;
    }
}

static JkbVocabulary
find_vocabulary (JkbField field)
{
  switch (field)
    {
    case JKB_FIELD_CIRCUMSTANCES:
      return JKB_WORDS_CIRCUMSTANCE;
    case JKB_FIELD_AFFECTED_STATUS:
      return JKB_WORDS_STATUS;
    case JKB_FIELD_DATA_ITEMS:
      return JKB_WORDS_DATA_ITEM;
    default:
      return JKB_WORDS_TYPE;
    }
}

static char *
read_value (JkbFactEditor *self)
{
  guint chosen = self->choice != NULL ? gtk_drop_down_get_selected (self->choice) : 0;

  switch (self->question)
    {
    case ASK_WORD:
      return g_strdup (jkb_word_nick (find_vocabulary (self->field), (int) chosen));
    case ASK_YES_NO:
      return g_strdup (chosen == 0 ? "yes" : "no");
    case ASK_REPORT:
      if (gtk_check_button_get_active (self->undated))
        return g_strdup ("yes");
      G_GNUC_FALLTHROUGH;
    case ASK_TEXT:
    case ASK_COUNT:
    case ASK_DATE:
    default:
      return jkb_fact_editor_normalize (self->field,
                                        gtk_editable_get_text (GTK_EDITABLE (self->entry)));
    }
}

static void
check_value (JkbFactEditor *self)
{
  g_autofree char *value = read_value (self);
  gboolean is_typed = self->entry != NULL
                      && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';

  gtk_widget_set_sensitive (self->save, value != NULL);
  if (self->entry == NULL)
    return;
  if (value == NULL && is_typed)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               value == NULL && is_typed ? GTK_ACCESSIBLE_INVALID_TRUE
                                                         : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->undated != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->entry),
                              !gtk_check_button_get_active (self->undated));
}

static void
on_saved_cb (JkbFactEditor *self)
{
  g_autofree char *value = read_value (self);
  int qualifier = self->question == ASK_COUNT ? (int) gtk_drop_down_get_selected (self->choice)
                                              : JKB_QUALIFIER_EXACT;

  if (value == NULL)
    return;
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[DONE], 0, value, qualifier);
  g_object_unref (self);
}

static void
name_control (GtkWidget *control, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
add_entry (JkbFactEditor *self, GtkBox *box, const char *value)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  if (value != NULL && !g_str_equal (value, "yes"))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), value);
  if (self->question == ASK_DATE || self->question == ASK_REPORT)
    /* Translators: how to type a date; only the order year, month, day is understood */
    gtk_entry_set_placeholder_text (self->entry, _("2024-01-26, 2024-01 or 2024"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 24);
  name_control (GTK_WIDGET (self->entry), jkb_label (JKB_WORDS_FIELD, (int) self->field));
  gtk_box_append (box, GTK_WIDGET (self->entry));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (check_value), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_saved_cb), self);
}

static void
add_choice (JkbFactEditor *self, GtkBox *box, GStrv names, const char *label, guint chosen)
{
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char *const *) names));
  gtk_drop_down_set_selected (self->choice, chosen);
  name_control (GTK_WIDGET (self->choice), label);
  gtk_box_append (box, GTK_WIDGET (self->choice));
}

static GStrv
list_words (JkbVocabulary vocabulary)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (int i = 0; i < jkb_word_count (vocabulary); i++)
    g_strv_builder_add (names, jkb_label (vocabulary, i));
  return g_strv_builder_end (names);
}

static void
add_controls (JkbFactEditor *self, GtkBox *box, const char *value, JkbCountQualifier qualifier)
{
  const char *label = jkb_label (JKB_WORDS_FIELD, (int) self->field);
  g_auto(GStrv) names = NULL;

  switch (self->question)
    {
    case ASK_WORD:
      names = list_words (find_vocabulary (self->field));
      add_choice (self, box, names, label,
                  (guint) MAX (0, jkb_word_value (find_vocabulary (self->field), value)));
      break;
    case ASK_YES_NO:
      names = g_strsplit_set (_("Yes|No"), "|", 2);
      add_choice (self, box, names, label, g_strcmp0 (value, "no") == 0);
      break;
    case ASK_COUNT:
      names = list_words (JKB_WORDS_QUALIFIER);
      add_choice (self, box, names, _("How exact"), qualifier);
      add_entry (self, box, value);
      break;
    case ASK_REPORT:
      add_entry (self, box, value);
      self->undated = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Date not known")));
      gtk_check_button_set_active (self->undated, g_strcmp0 (value, "yes") == 0);
      g_signal_connect_swapped (self->undated, "toggled", G_CALLBACK (check_value), self);
      gtk_box_append (box, GTK_WIDGET (self->undated));
      break;
    case ASK_TEXT:
    case ASK_DATE:
    default:
      add_entry (self, box, value);
      break;
    }
}

static void
jkb_fact_editor_class_init (JkbFactEditorClass *klass)
{
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
jkb_fact_editor_init (JkbFactEditor *self)
{
}

GtkWidget *
jkb_fact_editor_new (JkbField field, const char *value, JkbCountQualifier qualifier)
{
  JkbFactEditor *self = g_object_new (JKB_TYPE_FACT_EDITOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (jkb_label (JKB_WORDS_FIELD, (int) field));

  self->field = field;
  self->question = find_question (field);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (box, "fact-editor");
  gtk_box_append (GTK_BOX (box), title);
  add_controls (self, GTK_BOX (box), value, qualifier);
  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (on_saved_cb), self);
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->save);
  name_control (GTK_WIDGET (self), jkb_label (JKB_WORDS_FIELD, (int) field));
  check_value (self);
  return GTK_WIDGET (self);
}

static char *
normalize_count (const char *text)
{
  GString *digits = g_string_new (NULL);
  gint64 value;
  char buffer[JKB_COUNT_TEXT_MAX];

  for (const char *c = text; *c != '\0'; c++)
    if (*c != ',' && *c != ' ')
      g_string_append_c (digits, *c);
  if (!jkb_count_parse (digits->str, &value))
    {
      g_string_free (digits, TRUE);
      return NULL;
    }
  g_string_free (digits, TRUE);
  return g_strdup (jkb_count_print (value, buffer));
}

/* 2024/1/26 and 2024.01.26 as 2024-01-26. */
static char *
normalize_date (const char *text)
{
  g_auto(GStrv) parts = g_strsplit_set (text, "-/.", 4);
  int numbers[3] = { 0, 0, 0 };
  guint n_parts = g_strv_length (parts);

  if (n_parts < 1 || n_parts > 3)
    return NULL;
  for (guint i = 0; i < n_parts; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &number, NULL))
        return NULL;
      numbers[i] = (int) number;
    }
  if (!jkb_date_is_valid (numbers[0], numbers[1], numbers[2]))
    return NULL;
  return jkb_date_to_string (
      (JkbDate){ (gint16) numbers[0], (guint8) numbers[1], (guint8) numbers[2] });
}

char *
jkb_fact_editor_normalize (JkbField field, const char *text)
{
  g_autofree char *plain = jkb_normal_string (text, JKB_NORMAL_READING);

  g_strstrip (plain);
  if (*plain == '\0')
    return NULL;
  switch (find_question (field))
    {
    case ASK_COUNT:
      return normalize_count (plain);
    case ASK_DATE:
    case ASK_REPORT:
      return normalize_date (plain);
    case ASK_TEXT:
    case ASK_WORD:
    case ASK_YES_NO:
    default:
      if (field == JKB_FIELD_COUNTRY)
        return strlen (plain) == 2 ? g_ascii_strup (plain, -1) : NULL;
      return g_strstrip (g_strdup (text));
    }
}
