/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names in English: a run of words with capitals (Harbor Light Services, University of Northern Larkshire) is
 * one where words around it tell who it is: what it did (X discovered), its short form in brackets behind it
 * (X ("HLS")), whose something is (an employee of X), what ends a title (X Notifies …, X Data Breach).
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* A name has no more words. */
#define WORDS_MAX 8

/* What each sign adds. */

/* The head of a letter. */
#define HEAD_BYTES 400

typedef struct
{
  const JkbDoc *doc;
  JkbText text;
} English;

/* As the source has it: the normalised text is in lower case. */
static gboolean
is_capital (const English *self, gsize at)
{
  JkbSpan source = jkb_normal_to_source (self->doc->normal, (JkbSpan){ at, at + 1 });

  return g_ascii_isupper (self->doc->item->text[source.begin]);
}

static gsize
skip_word (const English *self, gsize at)
{
  while (at < self->text.n_bytes
         && (g_ascii_isalnum (self->text.bytes[at]) || jkb_text_take (&self->text, at, "&") > 0
             || ((jkb_text_take (&self->text, at, "'") > 0 || jkb_text_take (&self->text, at, "’") > 0
                  || jkb_text_take (&self->text, at, "-") > 0 || jkb_text_take (&self->text, at, ".") > 0)
                 && g_ascii_isalnum (self->text.bytes[jkb_text_next (&self->text, at)]))))
    at = jkb_text_next (&self->text, at);
  return at;
}

static gboolean
is_word_of (const English *self, JkbSpan word, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == word.end - word.begin
        && memcmp (self->text.bytes + word.begin, *words, word.end - word.begin) == 0)
      return TRUE;
  return FALSE;
}

/* 2031-04-03 */
static gboolean
is_day (const English *self, JkbSpan word)
{
  for (gsize at = word.begin; at < word.end; at++)
    if (!g_ascii_isdigit (self->text.bytes[at]) && self->text.bytes[at] != '-')
      return FALSE;
  return word.end >= word.begin + strlen ("2031-04-03");
}

/* Words that have a capital at the head of a sentence or in a heading and begin no name. */
static gboolean
is_no_name (const English *self, JkbSpan word)
{
  static const char *const words[]
      = { "a", "an", "the", "this", "that", "these", "we", "our", "us", "i", "you", "your", "it", "its", "they", "their", "he", "she",
          "on", "in", "at", "as", "for", "from", "to", "of", "by", "with", "upon", "after", "before", "during", "based", "while", "when",
          "if", "although", "however", "because", "since", "out", "what", "who", "how", "why", "where", "which", "is", "was", "are",
          "notice", "notification", "data", "security", "cybersecurity", "cyber", "incident", "breach", "breaches", "privacy", "dear",
          "re", "subject", "date", "important", "information", "personal", "social", "number", "numbers", "more", "steps", "contact",
          "frequently", "update", "updated", "press", "release", "statement", "here", "there", "please", "no", "not", "and", "or",
          "but", "also", "additionally", "further", "furthermore", "about", "background", "summary", "overview", "happened", "involved",
          "unauthorized", "ransomware", "phishing", "january", "february", "march", "april", "may", "june", "july", "august",
          "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
          "sunday", "customers", "patients", "hackers", "today", "yesterday", "recently", "impacted", "affected", "individuals", "attorney", "general", "federal", "fbi",
          "sincerely", "home", "news", "menu", "faq", "pdf", "english", "japanese", NULL };

  return word.end <= word.begin + 1 || is_word_of (self, word, words) || is_day (self, word);
}

/* Our Patients, Patient Information: words that have a capital in a heading, and no name is made of. */
static gboolean
is_common_phrase (const English *self, JkbSpan name)
{
  static const char *const words[]
      = { "patient", "patients", "customer", "customers", "client", "clients", "member", "members", "employee", "employees", "student",
          "students", "consumer", "consumers", "resident", "residents", "guest", "guests", "user", "users", "information", "records", "account",
          "accounts", "website", "email", "letter", "letters", "potential", "unauthorized", "access", "those", "some", "one", "ssn", "pdf", "personal", "of", "to", "and", NULL };

  for (gsize at = name.begin; at < name.end; at++)
    {
      JkbSpan word = { at, skip_word (self, at) };

      if (word.end > word.begin && !is_word_of (self, word, words))
        return FALSE;
      at = word.end;
    }
  return TRUE;
}

/* X Notifies Individuals, X Data Breach: where all words have capitals the name ends here. */
static gboolean
ends_name (const English *self, JkbSpan word)
{
  static const char *const words[]
      = { "notifies", "notify", "provides", "announces", "reports", "discloses", "confirms", "issues", "statement", "data", "breach",
          "cybersecurity", "cyber", "security", "incident", "notice", "hit", "hacked", "suffers", "says", "warns", NULL };

  return is_word_of (self, word, words);
}

static gboolean
is_link (const English *self, JkbSpan word)
{
  static const char *const links[] = { "of", "and", "the", "for", "at", "in", "de", "&", NULL };

  return is_word_of (self, word, links);
}

/* St. Alban's, Mt. Verdant: the dot ends no sentence. */
static gboolean
is_saint (const English *self, JkbSpan word)
{
  static const char *const words[] = { "st", "mt", "dr", NULL };

  return is_word_of (self, word, words);
}

/* University of Larkshire M.D. Alder Center: letters that stand for words. */
static gboolean
is_initials (const English *self, JkbSpan word)
{
  gsize at = word.begin;

  while (at < word.end && g_ascii_isalpha (self->text.bytes[at]) && (at + 1 == word.end || self->text.bytes[at + 1] == '.'))
    at += 2;
  return at >= word.end;
}

/* The name that begins with the word at @at; empty when there is none. Links stand only between words with capitals. */
static JkbSpan
take_name (const English *self, gsize at)
{
  JkbSpan name = { at, at };
  gsize next = at;

  for (guint n = 0; n < WORDS_MAX; n++)
    {
      JkbSpan word = { next, skip_word (self, next) };

      if (word.end == word.begin || (n == 0 ? is_no_name (self, word) : ends_name (self, word)))
        break;
      if (is_capital (self, word.begin) || g_ascii_isdigit (self->text.bytes[word.begin]))
        name.end = word.end;
      else if (n == 0 || !is_link (self, word))
        break;
      if (self->text.bytes[word.end] == '.' && ((n == 0 && is_saint (self, word)) || is_initials (self, word)))
        word.end++;
      if (self->text.bytes[word.end] == ',' && jkb_text_take (&self->text, word.end, ", inc") > 0)
        next = word.end + 2;
      else if (self->text.bytes[word.end] == ' ')
        next = word.end + 1;
      else
        break;
    }
  return name;
}

/* X's investigation: the owner's s is no part of the name, unless X acts (Baker's discovered). */
static JkbSpan
cut_owner (const English *self, JkbSpan name)
{
  static const char *const owners[] = { "’s", "'s", NULL };

  for (guint i = 0; owners[i] != NULL; i++)
    {
      gsize n = jkb_text_take_before (&self->text, name.end, owners[i]);

      if (n > 0)
        return (JkbSpan){ name.begin, name.end - n };
    }
  return name;
}

static gboolean
acts (const English *self, gsize at)
{
  static const char *const verbs[]
      = { "is notifying", "is providing", "is writing", "is announcing", "is investigating", "is committed", "is aware",
          "was the victim", "was the target", "was subject", "was hit", "has been", "has disclosed", "has suffered", "has discovered", "has learned",
          "has notified", "has confirmed", "has become aware", "had been", "recently", "today announced", "announced", "notified",
          "notifies", "provides notice", "provided notice", "detected", "discovered", "experienced", "identified",
          "learned", "became aware", "confirmed", "said", "says", "disclosed", "reported", "suffered", "determined",
          "fell victim", "released", "issued", "published", "apologized", "officials", "employees", "customers were", "website was", "hit by", "based in", "revealed", "acknowledged", "admitted", "left some", "lost", "sent", "warned", "began notifying", "began mailing", "takes the", NULL };
  gsize begin = jkb_org_skip_bracket (self->text.bytes, jkb_text_skip_blanks (&self->text, at, 2));

  begin = jkb_text_skip_blanks (&self->text, begin, 2);
  begin += jkb_text_take (&self->text, begin, ", ");
  return jkb_text_take_any (&self->text, begin, verbs) > 0;
}

/* X ("ABC"), X (the "Company"), X (ABC). */
static gboolean
is_defined (const English *self, gsize at)
{
  static const char *const opens[] = { "(\"", "(“", "(the \"", "(the “", "('", "(collectively", "(hereinafter", NULL };
  gsize begin = jkb_text_skip_blanks (&self->text, at, 2);
  JkbSpan word = { begin + 1, 0 };

  if (begin == at)
    return FALSE;
  if (jkb_text_take_any (&self->text, begin, opens) > 0)
    return TRUE;
  word.end = skip_word (self, word.begin);
  return self->text.bytes[begin] == '(' && word.end > word.begin + 1 && self->text.bytes[word.end] == ')'
         && is_capital (self, word.begin) && is_capital (self, word.begin + 1);
}

static gboolean
owns (const English *self, gsize begin)
{
  static const char *const owners[]
      = { "importance to ", "employee of ", "employees of ", "patients of ", "customers of ", "clients of ", "members of ",
          "students of ", "on behalf of ", "incident at ", "breach at ", "attack on ", "servers of ", "systems of ", "trust in ",
          "network of ", "sincerely,\n", "importance at ", "incident involving ", "breach involving ", "behalf of the ",
          "operator ", "provider ", "company ", "retailer ", "chain ", "giant ", "firm ", "maker ", "airline ", "bank ", "spokesperson for ", "spokeswoman for ", "spokesman for ", "data from ", "records from ", "customer of ", "client of ", "patient of ", "a former ", NULL };

  return jkb_text_take_any_before (&self->text, begin, owners) > 0;
}

/* X Notifies …, X – Notice of …, X Data Breach at the head of the title. */
static gboolean
heads_title (const English *self, JkbSpan name)
{
  static const char *const behind[]
      = { " notifies", " breach", " provides", " announces", " reports", " discloses", " data breach", " data security", " security incident",
          " - ", " – ", " | ", ": ", " statement", " notice of", " cyber", " confirms", " issues", NULL };

  return jkb_org_is_in_title (self->doc, name.begin) && jkb_text_take_any (&self->text, name.end, behind) > 0;
}

/* Wakaba Institute of Technology at the very head. */
static gboolean
says_what_it_is (const char *words)
{
  static const char *const kinds[] = { "university", "institute", "college", "school", "hospital", "clinic", "bank", "association", "society",
                                       "foundation", "museum", "library", "hotel", "corporation", "company", "holdings", "group",
                                       "laboratories", "airlines", "insurance" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (words, kinds[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The head or the foot of a letter: a line that is the name, which the text has elsewhere too. */
static gboolean
signs (const English *self, JkbSpan name)
{
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, jkb_doc_line_at (self->doc, name.begin));
  g_autofree char *words = g_strndup (self->text.bytes + name.begin, name.end - name.begin);
  const char *first;

  if (line->text.begin != name.begin || line->text.end != name.end || strchr (words, ' ') == NULL)
    return FALSE;
  if (name.begin < HEAD_BYTES / 4 && says_what_it_is (words))
    return TRUE;
  first = strstr (self->text.bytes, words);
  return first < self->text.bytes + HEAD_BYTES && strstr (first + 1, words) != NULL;
}

static gboolean
stands_again (const English *self, JkbSpan name)
{
  g_autofree char *words = g_strndup (self->text.bytes + name.begin, name.end - name.begin);
  const char *first = strstr (self->text.bytes, words);

  return strstr (first + 1, words) != NULL;
}

static JkbOrgSigns
find_signs (const English *self, JkbSpan name)
{
  JkbOrgSigns found = 0;

  if (is_defined (self, name.end))
    found |= JKB_ORG_SIGN (EN_DEFINED);
  if (acts (self, name.end))
    found |= JKB_ORG_SIGN (EN_ACTS);
  if (owns (self, name.begin))
    found |= JKB_ORG_SIGN (EN_OWNER);
  if (heads_title (self, name))
    found |= JKB_ORG_SIGN (EN_TITLE);
  if (signs (self, name))
    found |= JKB_ORG_SIGN (EN_SIGNS);
  if (stands_again (self, name))
    found |= JKB_ORG_SIGN (EN_AGAIN);
  return found;
}

/* An employee of |Lark Valley Clinic, Customers of |Lark Valley Clinic, At |Lark Valley Clinic: the words with capitals at the end. */
JkbSpan
jkb_org_english_kind (const JkbDoc *doc, JkbSpan name)
{
  English self = { doc, { doc->normal->text, doc->normal->n_bytes } };
  static const char *const before[] = { "customers", "patients", "employees", "clients", "members", "students", "hackers", "attackers", "breach", "attack", NULL };
  gsize begin = name.end, at = name.end;

  while (at > name.begin)
    {
      JkbSpan word = { at, at };

      while (word.begin > name.begin && self.text.bytes[word.begin - 1] != ' ')
        word.begin--;
      if (word.begin < at && (is_capital (&self, word.begin) || self.text.bytes[word.begin] == '&'))
        begin = is_no_name (&self, word) || is_word_of (&self, word, before) ? begin : word.begin;
      else if (!is_link (&self, word))
        break;
      at = word.begin - (word.begin > name.begin);
    }
  return begin < name.end ? (JkbSpan){ begin, name.end } : name;
}

void
jkb_org_english_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  English self = { doc, { doc->normal->text, doc->normal->n_bytes } };
  gsize at = 0;

  while (at < self.text.n_bytes)
    {
      JkbSpan name = take_name (&self, at);
      gsize next = MAX (skip_word (&self, at), jkb_text_next (&self.text, at));

      if (name.end > name.begin)
        {
          JkbOrgSigns found = find_signs (&self, name);
          JkbSpan plain = acts (&self, name.end) ? name : cut_owner (&self, name);

          if (found != 0 && plain.end > plain.begin + 2 && !is_common_phrase (&self, plain) && !jkb_org_is_covered (names, name.begin))
            jkb_org_mention_add (mentions, doc, plain, JKB_ORG_BARE, found);
          next = MAX (next, name.end);
        }
      at = next;
    }
}
