#!/usr/bin/env bash
# Writes the shapefiles of control units that the import tests read, with GDAL: in GBK with a zone prefix, and in UTF-8 with Chinese field names.
set -euo pipefail
cd "$(dirname "$0")/.."
units=rules/jingdezhen/layers/data/units.geojson
target=tests/ZoningRules.Cli.Tests/Layers/files
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ogr2ogr -f "ESRI Shapefile" -lco ENCODING=CP936 -s_srs EPSG:4490 -t_srs EPSG:4527 -select HJGKDYBM,HJGKDYMC,ZHGKDYFL "$work/units-gbk.shp" "$units"
ogr2ogr -f "ESRI Shapefile" -lco ENCODING=UTF-8 -s_srs EPSG:4490 -t_srs EPSG:4490 -dialect OGRSQL \
  -sql 'SELECT HJGKDYBM AS "单元码", HJGKDYMC AS "单元名" FROM units' "$work/units-utf8.shp" "$units"
for name in units-gbk units-utf8; do
  rm -f "$target/$name.zip"
  (cd "$work" && python3 -c "import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    for ending in ('shp', 'shx', 'dbf', 'prj', 'cpg'):
        name = sys.argv[2] + '.' + ending
        info = zipfile.ZipInfo(name, (2026, 11, 22, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        z.writestr(info, open(name, 'rb').read())" "$OLDPWD/$target/$name.zip" "$name")
done
