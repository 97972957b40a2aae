/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Atom is RFC 4287; RSS 2.0 keeps HTML in <description> or, as the module "content" has it, in
 * <content:encoded>; RSS 1.0 (RDF) has its items beside the channel. Elements are told by their local
 * names: feeds in the wild bind the namespaces of modules in many ways.
 */
#include "extract/jkb-feed.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "extract/jkb-entry-page.h"
#include "extract/jkb-extract-error.h"
#include "extract/jkb-html.h"

#define N_ENTRIES_MAX 20000

#define XML_FLAGS_BASE (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA)
#if LIBXML_VERSION >= 21300
#define XML_FLAGS (XML_FLAGS_BASE | XML_PARSE_NO_XXE)
#else
#define XML_FLAGS XML_FLAGS_BASE
#endif

/* ---------------------------------------------------------------- is it one */

/* Behind a document type, which may have declarations in brackets. */
static const char *
skip_doctype (const char *p)
{
  gsize n = strcspn (p, "[>");

  if (p[n] == '[')
    {
      const char *close = strchr (p + n, ']');

      n = close != NULL ? (gsize) (close - p) : strlen (p);
      n += strcspn (p + n, ">");
    }
  return p[n] == '>' ? p + n + 1 : p + n;
}

static const char *
find_root (const char *p, gboolean *has_entities)
{
  *has_entities = FALSE;
  for (;;)
    {
      const char *begin = p += strspn (p, " \t\r\n");

      if (g_str_has_prefix (p, "<!--"))
        p = (p = strstr (p + 4, "-->")) != NULL ? p + 3 : begin + strlen (begin);
      else if (g_str_has_prefix (p, "<?"))
        p = (p = strstr (p + 2, "?>")) != NULL ? p + 2 : begin + strlen (begin);
      else if (g_str_has_prefix (p, "<!DOCTYPE"))
        {
          p = skip_doctype (p);
          *has_entities |= g_strstr_len (begin, p - begin, "<!ENTITY") != NULL;
        }
      else
        return p;
    }
}

gboolean
jkb_feed_is_feed (const char *text)
{
  static const char *const roots[] = { "<rss", "<feed", "<atom:feed", "<rdf:RDF" };
  gboolean has_entities;
  const char *root = find_root (text, &has_entities);

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_has_prefix (root, roots[i]) && strchr (" \t\r\n/>", root[strlen (roots[i])]) != NULL)
      return TRUE;
  return FALSE;
}

/* ---------------------------------------------------------------- the tree */

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNode *
find_child (const xmlNode *parent, const char *name)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (is_named (node, name))
      return node;
  return NULL;
}

static char *
read_text (const xmlNode *node)
{
  xmlChar *content = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *text = content != NULL ? g_strstrip (g_strdup ((const char *) content)) : NULL;

  xmlFree (content);
  return text;
}

static gboolean
has_attribute (const xmlNode *node, const char *name, const char *part)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  gboolean found = value != NULL && strstr ((const char *) value, part) != NULL;

  xmlFree (value);
  return found;
}

static char *
dump_children (const xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *markup;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    xmlNodeDump (buffer, node->doc, child, 0, 0);
  markup = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return markup;
}

/* ---------------------------------------------------------------- an entry */

/* What is no post: says the category of the older exports, or the element of the newer ones. */
static gboolean
is_left_out (const xmlNode *entry)
{
  const xmlNode *control = find_child (entry, "control");
  g_autofree char *type = read_text (find_child (entry, "type"));
  g_autofree char *status = read_text (find_child (entry, "status"));
  g_autofree char *draft = control != NULL ? read_text (find_child (control, "draft")) : NULL;

  if (g_strcmp0 (draft, "yes") == 0 || g_strcmp0 (status, "DRAFT") == 0
      || g_strcmp0 (type, "COMMENT") == 0)
    return TRUE;
  for (xmlNode *node = entry->children; node != NULL; node = node->next)
    if (is_named (node, "category") && has_attribute (node, "scheme", "#kind")
        && !has_attribute (node, "term", "#post") && !has_attribute (node, "term", "#page"))
      return TRUE;
  return FALSE;
}

static char *
read_day (const xmlNode *entry)
{
  static const char *const names[] = { "published", "pubDate", "date", "issued", "updated" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = read_text (find_child (entry, names[i]));
      char *day = jkb_entry_page_day (text);

      if (day != NULL)
        return day;
    }
  return NULL;
}

static char *
read_content (const xmlNode *entry)
{
  static const char *const names[] = { "encoded", "content", "description", "summary" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const xmlNode *node = find_child (entry, names[i]);
      g_autofree char *text = NULL;

      if (node == NULL)
        continue;
      text = has_attribute (node, "type", "xhtml") ? dump_children (node) : read_text (node);
      if (text != NULL && *text != '\0')
        return g_steal_pointer (&text);
    }
  return g_strdup ("");
}

/* A title may be markup that was escaped once more. */
static char *
read_title (const xmlNode *entry)
{
  g_autofree char *raw = read_text (find_child (entry, "title"));
  g_autoptr(JkbPage) page = NULL;

  if (raw == NULL)
    return g_strdup ("");
  if (strpbrk (raw, "<&") == NULL)
    return g_strdelimit (g_steal_pointer (&raw), "\r\n", ' ');
  page = jkb_html_read (raw, strlen (raw));
  return g_strdelimit (g_strstrip (g_strdup (page->text)), "\r\n", ' ');
}

static JkbPage *
read_entry (const xmlNode *entry)
{
  g_autofree char *title = read_title (entry);
  g_autofree char *day = read_day (entry);
  g_autofree char *content = read_content (entry);

  return jkb_entry_page_new (title, day, content);
}

static void
read_entries (const xmlNode *parent, GPtrArray *pages)
{
  for (xmlNode *node = parent->children; node != NULL && pages->len < N_ENTRIES_MAX; node = node->next)
    if (is_named (node, "channel"))
      read_entries (node, pages);
    else if ((is_named (node, "entry") || is_named (node, "item")) && !is_left_out (node))
      g_ptr_array_add (pages, read_entry (node));
}

/* ---------------------------------------------------------------- the feed */

static xmlDoc *
parse (const char *text, gsize n_bytes, GError **error)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *doc = xmlCtxtReadMemory (context, text, (int) n_bytes, NULL, "UTF-8", XML_FLAGS);
  const xmlError *fault = xmlCtxtGetLastError (context);

  if (doc == NULL)
    g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED,
                 "this feed is no well-formed XML (line %d)", fault != NULL ? fault->line : 1);
  xmlFreeParserCtxt (context);
  return doc;
}

GPtrArray *
jkb_feed_read (const char *text, gsize n_bytes, GError **error)
{
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_page_free);
  gboolean has_entities;
  xmlDoc *doc;

  find_root (text, &has_entities);
  if (has_entities)
    {
      g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED,
                           "this feed declares entities, which are not read");
      return NULL;
    }
  doc = parse (text, n_bytes, error);
  if (doc == NULL)
    return NULL;
  read_entries (xmlDocGetRootElement (doc), pages);
  xmlFreeDoc (doc);
  if (pages->len > 0)
    return g_steal_pointer (&pages);
  g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY, "there are no entries in this feed");
  return NULL;
}
