#!/usr/bin/env bash
# Writes samples/formats: one site in several file formats, with GDAL (Debian: gdal-bin) and zip. Written with GDAL 3.6.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../samples/formats"

export OGR_CURRENT_DATE=2026-01-01T00:00:00.000Z
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The site in degrees and in the 3-degree belt with zone prefix, and a building in it.
python3 - ../proposals/sites/fine-chemical-in-park.geojson "$folder" <<'PY'
import json, sys
site = json.load(open(sys.argv[1]))
ring = site["coordinates"][0]
middle = [sum(p[i] for p in ring[:-1]) / (len(ring) - 1) for i in (0, 1)]
building = [[round(middle[i] + (p[i] - middle[i]) / 4, 9) for i in (0, 1)] for p in ring]
crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
for name, text, geometry in (("site", "场址红线", ring), ("building", "厂房", building)):
    feature = {"type": "Feature", "properties": {"名称": text}, "geometry": {"type": "Polygon", "coordinates": [geometry]}}
    json.dump({"type": "FeatureCollection", "name": name, "crs": crs, "features": [feature]}, open(f"{sys.argv[2]}/{name}.geojson", "w"), ensure_ascii=False)
PY
ogr2ogr -f GeoJSON -t_srs EPSG:4527 -lco COORDINATE_PRECISION=3 -nln site "$folder/belt.geojson" "$folder/site.geojson"

rm -rf shapefile site-gbk.zip site.gpkg site.dxf site.ewkb.txt
mkdir shapefile
ogr2ogr -f 'ESRI Shapefile' -lco ENCODING=UTF-8 shapefile/场址红线.shp "$folder/belt.geojson"

ogr2ogr -f 'ESRI Shapefile' -lco ENCODING=GBK "$folder/site.shp" "$folder/belt.geojson"
touch -d 2026-01-01T00:00:00Z "$folder"/site.*
(cd "$folder" && zip -X -q site-gbk.zip site.shp site.shx site.dbf site.prj site.cpg)
mv "$folder/site-gbk.zip" .

ogr2ogr -f GPKG -dsco ADD_GPKG_OGR_CONTENTS=NO -lco SPATIAL_INDEX=NO -nln 场址红线 site.gpkg "$folder/site.geojson"
ogr2ogr -f GPKG -update -append -lco SPATIAL_INDEX=NO -nln 厂房 site.gpkg "$folder/building.geojson"

ogr2ogr -f DXF -dialect sqlite -sql "SELECT ST_Boundary(geometry), '场址红线' AS Layer FROM site" site.dxf "$folder/belt.geojson"

ogr2ogr -f PGDUMP -lco CREATE_TABLE=NO -lco GEOM_TYPE=geometry -lco SRID=4527 /vsistdout/ "$folder/belt.geojson" \
    | grep -o "'01[0-9A-Fa-f]\{18,\}'" | tr -d "'" > site.ewkb.txt
