#!/usr/bin/env bash
# Writes KML, KMZ, CSV and Excel files beside the GeoJSON in tests/ZoningRules.Geo.Tests/data/formats, with GDAL (Debian: gdal-bin).
# The tests compare what our readers make of them with the GeoJSON. Written with GDAL 3.6.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../tests/ZoningRules.Geo.Tests/data/formats"

for name in areas lines points; do
    rm -f "$name.kml" "$name-libkml.kml"
    ogr2ogr -f KML -dsco NameField=none "$name.kml" "$name.geojson"
done
ogr2ogr -f LIBKML areas-libkml.kml areas.geojson
rm -f areas.kmz
ogr2ogr -f LIBKML areas.kmz areas.geojson

# WKT in a column.
rm -f areas.csv
ogr2ogr -f CSV -lco GEOMETRY=AS_WKT -lco SEPARATOR=COMMA areas.csv areas.geojson

# Corner points of the first polygon's outer ring, one a row, in the belt: X north, Y east.
corners="SELECT row_number() OVER () AS 点号, ST_Y(geometry) AS 纵坐标, ST_X(geometry) AS 横坐标 FROM (
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5)
    SELECT ST_PointN(ST_ExteriorRing((SELECT geometry FROM \"areas-belt\" LIMIT 1)), i) AS geometry FROM n)"
rm -f corners-belt.csv corners-belt.xlsx
ogr2ogr -f CSV -dialect sqlite -sql "$corners" -lco SEPARATOR=SEMICOLON corners-belt.csv areas-belt.geojson
ogr2ogr -f XLSX -dialect sqlite -sql "$corners" corners-belt.xlsx areas-belt.geojson
