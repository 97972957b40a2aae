/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The help: a window of topics that fold out. The texts stand here, one paragraph a string, so that
 * they are translated, spelled and released with the program that they describe.
 */
#include "ui/jkb-help.h"

#include <glib/gi18n-lib.h>
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-shrink.h"

struct _JkbHelpWindow
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *topics;
};

G_DEFINE_FINAL_TYPE (JkbHelpWindow, jkb_help_window, ADW_TYPE_WINDOW)

typedef struct
{
  const char *title;
  const char *paragraphs[8];
} Topic;

static const Topic topics[] = {
  { N_("First Steps"),
    { N_("A new casebook already holds incidents that organisations in Japan announced. Choose one "
         "in the table: its facts, its timeline and the roles that act in it appear at the side."),
      N_("Bring in a notice of your own with Ctrl+O, by dropping a file on the window, or by "
         "copying its text and pressing Ctrl+Shift+V."),
      N_("Then look through what was read with Ctrl+R, and take the case into your lesson from the "
         "pages Charts and Roles.") } },
  { N_("Importing Notices"),
    { N_("Files and folders can be imported, as can text from the clipboard. The same file may be "
         "imported again: nothing is stored twice."),
      N_("A page with several notices is split. What is not a notice, such as a news article or a "
         "menu, is set aside, and the reason is shown."),
      N_("Before anything is stored, a list says of each item whether it is new, known, or a further report "
         "of a case. Choose one to see its text beside the facts, tick what you want, and press Enter."),
      N_("A later report on an incident joins the case that it belongs to. Cases that may be one incident "
         "wait in the sidebar: compare them field by field and merge them, or say that they are different. "
         "“Take Apart…” in the menu of a case undoes that later, too."),
      N_("A file that cannot be read is named with the reason; the others are imported all the "
         "same. Ctrl+Z takes an import back.") } },
  { N_("Facts and Evidence"),
    { N_("Every value was read from words of the notice. Choose a value, and these words are "
         "marked."),
      N_("The reader follows rules and can be wrong. In a review, Ctrl+Enter accepts a value, "
         "Ctrl+E corrects it and Ctrl+Delete rejects it; your word replaces what was read."),
      N_("Unknown means that the notice does not say. It is never counted as zero, and it is not "
         "the same as “none”.") } },
  { N_("Searching and Filtering"),
    { N_("Ctrl+F, or just typing, searches in all cases. Words are found inside other words too; "
         "all of them must be there. A word with a minus before it must not, and words in "
         "quotation marks are looked for as they stand."),
      N_("Filters at the side (F9) show how many cases each choice leaves. One filter counts for "
         "the table, all charts and the roles; Ctrl+Shift+X clears it."),
      N_("Ctrl+D keeps a search in the sidebar under a name, and Ctrl+L puts the chosen cases into a "
         "collection, for a lesson for example.") } },
  { N_("Charts"),
    { N_("A click on a bar keeps only its cases, in all charts and in the table. With the keyboard, "
         "arrow keys move over the bars and Enter chooses. Shift adds to the choice, a frame drawn "
         "with the pointer takes a range, and Escape lets go."),
      N_("Numbers of affected persons are drawn on a scale of powers of ten; cases with an unknown "
         "number have a bar of their own."),
      N_("Compare keeps the filter of now; what is chosen next stands beside it in every chart, as "
         "shares and counts. Plus and minus divide time by month or by year. F11 shows one chart on the whole "
         "screen."),
      N_("The buttons of a chart show it as a table (Ctrl+T), copy it, print it, and save it as SVG, PNG, PDF "
         "or CSV.") } },
  { N_("Roles and Incident Types"),
    { N_("The matrix tells which roles of NICE, CCF, ECSF and SecBoK prevent, find and handle "
         "which type of incident. Each cell gives the reason and the number of cases behind it."),
      N_("Which role belongs to which type is the judgement of this project, made to be discussed "
         "in class. Names and identifiers are those of the publishers."),
      N_("Ctrl+J shows who acts in the cases that are chosen in the table, phase by phase and in all four "
         "frameworks. From each role a button leads back to all cases in which it leads."),
      N_("The menu on the page Roles imports the file that a publisher offers, or any table of roles; "
         "it can be dropped on the page, too. A preview shows what is in it. Then each role shows its "
         "tasks, knowledge and skills, and the search finds their words."),
      N_("Weights, reasons, relations and words can be changed on the page of a role, and roles can be "
         "added. Your changes are marked; they can be exported, imported and reset, and no update "
         "overwrites them.") } },
  { N_("Teaching, Hiring and Changing Careers"),
    { N_("The menu on the page Roles compares the frameworks for employers, for people looking for work, "
         "and others, and asks people who change careers a few questions. Their answers are kept only "
         "when they wish it."),
      N_("The page of a role shows the way to any other role: over which neighbours it leads, what "
         "carries over, and what is to be learnt."),
      N_("Coverage of an Organisation, in the menu on the page Roles, asks which roles are there, and "
         "says for which phases of which incidents there is nobody, most frequent incidents of the "
         "current filter first. The training plan says whom to train or to look for next; it can be "
         "printed and saved."),
      N_("Courses and Roles, in the same menu, lays the courses that you teach against the roles. Enter "
         "a course with the roles that it trains for; of an imported file, single tasks, knowledge "
         "and skills can be ticked as well. It says how far your courses lead to each role and what is "
         "missing, as a table to print. Courses can be exported and imported."),
      N_("Job Description drafts a text from a role, in Japanese or English, and names the source of "
         "each part. Change it as you like, then copy or save it.") } },
  { N_("Your Data"),
    { N_("The casebook is one file in your home folder. It holds the notices as they came in, so a "
         "copy of it is a complete backup, and a colleague can open it."),
      N_("The main menu makes another casebook (Ctrl+Shift+N), opens one, and saves a copy of it "
         "(Ctrl+Shift+S). Cases that were removed wait in the bin until it is emptied."),
      N_("Nothing leaves this computer: the program opens no network connection. A link is opened "
         "by your web browser, and only when you choose it.") } },
  { N_("Keyboard"),
    { N_("Ctrl+1, Ctrl+2 and Ctrl+3 change the page, Alt+Down and Alt+Up the case, and Ctrl+Z "
         "takes the last change back. Ctrl+? lists all shortcuts.") } },
};

static GtkWidget *
create_text (const Topic *topic)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkWidget *label;

  for (gsize i = 0; i < G_N_ELEMENTS (topic->paragraphs) && topic->paragraphs[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", _(topic->paragraphs[i]));
  label = jkb_wrapped_label_new (text->str);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "help-text");
  return label;
}

static void
add_topic (JkbHelpWindow *self, const Topic *topic)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(topic->title));
  adw_expander_row_add_row (row, create_text (topic));
  adw_expander_row_set_expanded (row, topic == topics);
  adw_preferences_group_add (self->topics, GTK_WIDGET (row));
}

static void
jkb_help_window_init (JkbHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    add_topic (self, &topics[i]);
}

static void
jkb_help_window_class_init (JkbHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbHelpWindow, topics);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

GtkWindow *
jkb_help_find (GtkWindow *parent)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (JKB_IS_HELP_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == parent)
      return l->data;
  return NULL;
}

void
jkb_help_present (GtkWindow *parent)
{
  GtkWindow *help = JKB_IS_HELP_WINDOW (parent) ? parent : jkb_help_find (parent);

  if (help == NULL)
    {
      help = g_object_new (JKB_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
      jkb_fit_dialog (help);
    }
  gtk_window_present (help);
}
