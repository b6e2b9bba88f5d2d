#!/usr/bin/env bash
# Writes the files of other formats beside the GeoJSON in tests/ZoningRules.Geo.Tests/data/formats, with GDAL (Debian: gdal-bin).
# The tests compare what our readers make of them with the GeoJSON. Written with GDAL 3.6.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../tests/ZoningRules.Geo.Tests/data/formats"

# No time of writing enters a GeoPackage.
export OGR_CURRENT_DATE=2026-01-01T00:00:00.000Z

# The belt copies are rounded to 0.1 mm once; everything else is written from the rounded numbers.
for name in areas lines; do
    rm -f "$name-belt.geojson"
    ogr2ogr -f GeoJSON -t_srs EPSG:4548 -lco COORDINATE_PRECISION=4 -nln "$name-belt" "$name-belt.geojson" "$name.geojson"
done

shapefile() { # SOURCE TARGET ENCODING [options]
    local source=$1 target=$2 encoding=$3
    shift 3
    rm -f "$target".{shp,shx,dbf,prj,cpg}
    ogr2ogr -f 'ESRI Shapefile' -lco "ENCODING=$encoding" "$@" "$target.shp" "$source"
}

shapefile areas.geojson areas-utf8 UTF-8
shapefile areas-belt.geojson areas-belt-gbk GBK
shapefile lines.geojson lines-z UTF-8
shapefile points.geojson points UTF-8

rm -f layers.gpkg
for name in areas areas-belt lines points; do
    mode=()
    if [[ $name == areas ]]; then
        mode=(-dsco ADD_GPKG_OGR_CONTENTS=NO)
    else
        mode=(-update -append)
    fi
    ogr2ogr -f GPKG "${mode[@]}" -lco SPATIAL_INDEX=NO -nln "$name" -nlt PROMOTE_TO_MULTI layers.gpkg "$name.geojson"
done

# GDAL writes polygons to DXF as hatches; their boundaries become closed polylines.
rm -f areas-belt.dxf
ogr2ogr -f DXF -dialect sqlite -sql "SELECT ST_Boundary(geometry), '红线' AS Layer FROM \"areas-belt\"" areas-belt.dxf areas-belt.geojson

# Extended WKB in hexadecimal, one geometry a line, as PostGIS prints it.
ogr2ogr -f PGDUMP -lco DROP_TABLE=NO -lco CREATE_TABLE=NO -lco GEOM_TYPE=geometry -lco SRID=4548 /vsistdout/ areas-belt.geojson \
    | grep -o "'01[0-9A-Fa-f]\{18,\}'" | tr -d "'" > areas-belt.ewkb.txt

# Definitions of coordinate reference systems: number, form, text.
rm -f definitions.tsv
for code in 4490 4326 4491 4496 4501 4502 4509 4512 4513 4525 4527 4533 4534 4548 4554 4610 2327 2338 2347 2349 2361 2370 2384 2390 4214 21418 21453 21463 2401 2415 2422 2436 2442 3857 32650; do
    for form in wkt_esri wkt1 wkt2_2015 wkt2_2019; do
        printf '%s\t%s\t%s\n' "$code" "$form" "$(gdalsrsinfo -e -o "$form" --single-line "EPSG:$code" | grep -v '^ *$' | grep -v '^EPSG:' | tr -d '\n')" >> definitions.tsv
    done
done
