/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/**
 * JkbFileBuilder:
 * @file: what is being filled
 * @roles: (element-type utf8 JkbFileRole): by identifier
 * @statements: (element-type utf8 JkbStatement): by identifier
 * @links: (element-type utf8): `ROLE STATEMENT` of all relations
 *
 * Fills a file and notes duplicates and dangling relations on the way.
 */
typedef struct
{
  JkbFrameworkFile *file;
  GHashTable *roles;
  GHashTable *statements;
  GHashTable *links;
} JkbFileBuilder;

/**
 * jkb_file_builder_init:
 * @builder: (out caller-allocates): a builder
 * @framework: name of the framework
 * @edition: its edition, empty when not known
 */
void jkb_file_builder_init (JkbFileBuilder *builder, const char *framework, const char *edition);

/**
 * jkb_file_builder_add_role:
 * @builder: a builder
 * @id: identifier; without one nothing is added
 * @name: its name
 * @summary: (nullable): its description
 *
 * Blanks at the ends go, wide and unbreakable ones become plain.
 */
void jkb_file_builder_add_role (JkbFileBuilder *builder, const char *id, const char *name,
                                const char *summary);

/**
 * jkb_file_builder_set_category:
 * @builder: a builder
 * @role_id: a role that was added; others are noted as dangling
 * @category_id: what is noted in that case
 * @category: name of the group
 */
void jkb_file_builder_set_category (JkbFileBuilder *builder, const char *role_id,
                                    const char *category_id, const char *category);

/**
 * jkb_file_builder_add_statement:
 * @builder: a builder
 * @id: identifier; without one nothing is added
 * @kind: what it is about
 * @text: its words
 */
void jkb_file_builder_add_statement (JkbFileBuilder *builder, const char *id,
                                     JkbStatementKind kind, const char *text);

/**
 * jkb_file_builder_link:
 * @builder: a builder to which all roles and statements were added
 * @role_id: a role
 * @statement_id: what belongs to it
 */
void jkb_file_builder_link (JkbFileBuilder *builder, const char *role_id,
                            const char *statement_id);

/**
 * jkb_file_builder_end:
 * @builder: a builder
 * @error: %JKB_FRAMEWORK_ERROR_UNKNOWN when there is not one role
 *
 * Clears @builder. Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_file_builder_end (JkbFileBuilder *builder, GError **error);

/**
 * jkb_framework_json_parse:
 * @data: (array length=n_bytes): JSON
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads the JSON of NICE (as CPRT exports it) or of ECSF.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_json_parse (const char *data, gsize n_bytes, GError **error);

/** How the first line of a table begins that jkb_framework_tsv_parse() reads. */
#define JKB_FRAMEWORK_TSV_HEAD "framework\tedition\trole_id\t"

/**
 * jkb_framework_tsv_parse:
 * @data: (array length=n_bytes): a table of roles and statements
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads any framework from a table; the columns are described in the source.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_tsv_parse (const char *data, gsize n_bytes, GError **error);

/**
 * jkb_framework_xlsx_parse:
 * @data: (array length=n_bytes): an XLSX workbook
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads the workbook of NICE.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_xlsx_parse (const char *data, gsize n_bytes, GError **error);
