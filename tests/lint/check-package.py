#!/usr/bin/env python3
"""What a store checks before it takes a package: names agree, permissions are few, sources are whole.

These are the rules that Flathub's linter applies to a manifest and to what is exported from it, as far
as they touch this package; the linter itself is not needed.
"""
import configparser
import json
import re
import xml.etree.ElementTree as tree

import lint

APP = 'io.github.jikenbo.Jikenbo'
ALLOWED = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}
BRAND = re.compile(r'#[0-9a-f]{6}$')


def check(faults, is_right, fault):
    if not is_right:
        faults.append(fault)


def manifest_faults(faults):
    manifest = json.loads((lint.ROOT / 'flatpak' / (APP + '.json')).read_text(encoding='utf-8'))
    wishes = manifest['finish-args']
    check(faults, manifest['id'] == APP, 'manifest: its id is not its name')
    check(faults, manifest['command'] == 'jikenbo', 'manifest: the command is not installed')
    check(faults, len(set(wishes)) == len(wishes), 'manifest: a permission is named twice')
    for wish in wishes:
        check(faults, wish in ALLOWED, 'manifest: %s is no permission of this program' % wish)
    for key in ('build-options', 'add-extensions', 'cleanup-commands', 'base'):
        check(faults, key not in manifest, 'manifest: %s is not expected' % key)
    for module in manifest['modules']:
        for option in module.get('config-opts', []):
            check(faults, not option.startswith(('--prefix', '-DCMAKE_INSTALL_PREFIX')),
                  '%s: the prefix is given already' % module['name'])
            check(faults, not option.startswith('-DCMAKE_BUILD_TYPE') or option.endswith('=RelWithDebInfo'),
                  '%s: no release build with debugging symbols' % module['name'])
        for source in module['sources']:
            source_faults(faults, module['name'], source)
    check(faults, manifest['modules'][-1]['sources'] == [{'type': 'dir', 'path': '..'}],
          'manifest: the last module is not this tree')
    check(faults, '/lib/debug' not in manifest['cleanup'], 'manifest: the debugging symbols are taken away')


def source_faults(faults, name, source):
    if source['type'] == 'dir':
        return
    check(faults, source['type'] == 'archive', '%s: %s is no archive' % (name, source['type']))
    check(faults, source['url'].startswith('https://'), '%s: not fetched by https' % name)
    check(faults, re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')), '%s: no sha256' % name)


def read_desktop():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(lint.BUILD / 'data' / (APP + '.desktop'), encoding='utf-8')
    return parser['Desktop Entry']


def desktop_faults(faults, entry):
    check(faults, entry['Icon'] == APP, 'desktop file: the icon is not named like the program')
    check(faults, entry['Exec'].split()[0] == 'jikenbo', 'desktop file: another command')
    check(faults, 'NoDisplay' not in entry and 'Hidden' not in entry, 'desktop file: hidden')
    for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
        check(faults, entry.get(key + '[ja]'), 'desktop file: %s is not in Japanese' % key)


def metainfo_faults(faults, entry):
    root = tree.parse(lint.BUILD / 'data' / (APP + '.metainfo.xml')).getroot()
    types = {element.text for element in root.iterfind('provides/mediatype')}
    schemes = {color.get('scheme_preference'): color.text for color in root.iterfind('branding/color')}
    check(faults, root.findtext('id') == APP, 'metainfo: another id')
    check(faults, root.findtext('launchable') == APP + '.desktop', 'metainfo: starts another program')
    # Which of the two it is depends on the AppStream that it was built with.
    check(faults, root.findtext('developer/name') or root.findtext('developer_name'), 'metainfo: no developer')
    for place in ('content_rating', 'metadata_license', 'project_license',
                  'url[@type="homepage"]', 'url[@type="bugtracker"]', 'keywords/keyword'):
        check(faults, root.find(place) is not None, 'metainfo: no %s' % place)
    check(faults, set(schemes) == {'light', 'dark'} and all(map(BRAND.match, schemes.values())),
          'metainfo: a colour for light and one for dark')
    check(faults, types == set(entry['MimeType'].strip(';').split(';')),
          'metainfo: not the types of files that the desktop file names')
    check(faults, len(root.findtext('name')) <= 20, 'metainfo: the name is too long')
    for summary in root.iterfind('summary'):
        check(faults, len(summary.text) <= 35 and not summary.text.endswith(('.', '。')),
              'metainfo: %s: a summary has 35 characters at most, and is no sentence' % summary.text)
    picture_faults(faults, root)
    release_faults(faults, root)


def picture_faults(faults, root):
    pictures = root.findall('screenshots/screenshot')
    check(faults, [picture.get('type') for picture in pictures].count('default') == 1,
          'metainfo: one picture is the first')
    for picture in pictures:
        address = picture.findtext('image')
        check(faults, picture.find('caption') is not None, 'metainfo: %s has no caption' % address)
        check(faults, address.startswith('https://'), 'metainfo: %s is not fetched by https' % address)
        check(faults, (lint.ROOT / 'data/screenshots' / address.rsplit('/', 1)[1]).exists(),
              'metainfo: %s is not among our pictures' % address)


def release_faults(faults, root):
    dates = [release.get('date', '') for release in root.iterfind('releases/release')]
    check(faults, dates, 'metainfo: no release')
    check(faults, dates == sorted(dates, reverse=True), 'metainfo: the newest release is not the first')
    for release in root.iterfind('releases/release'):
        check(faults, release.find('description') is not None, 'metainfo: a release without notes')
    for date in dates:
        check(faults, re.fullmatch(r'\d{4}-\d\d-\d\d', date), 'metainfo: a release without its day')


def icon_faults(faults):
    for kind, name in (('scalable', APP), ('symbolic', APP + '-symbolic')):
        path = lint.ROOT / 'data/icons/hicolor' / kind / 'apps' / (name + '.svg')
        if not path.exists():
            faults.append('%s is missing' % path)
            continue
        box = tree.parse(path).getroot().get('viewBox', '').split()
        check(faults, len(box) == 4 and box[2] == box[3], '%s is not square' % path.name)


def main():
    faults = []
    entry = read_desktop()
    manifest_faults(faults)
    desktop_faults(faults, entry)
    metainfo_faults(faults, entry)
    icon_faults(faults)
    lint.finish(faults)


if __name__ == '__main__':
    main()
