#!/usr/bin/env bash
# Writes the KML, table and text files of samples/formats, with GDAL (Debian: gdal-bin) and Python. Written with GDAL 3.6.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../samples/formats"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
source=../proposals/sites/fine-chemical-in-park.geojson
ogr2ogr -f GeoJSON -s_srs EPSG:4490 -t_srs EPSG:4527 -lco COORDINATE_PRECISION=3 -nln site "$folder/belt.geojson" "$source"

rm -f site.kml corners.xlsx
ogr2ogr -f KML -nln 场址红线 site.kml "$source"
(cd "$folder" && cp "$OLDPWD/site.kml" doc.kml && touch -d 2026-01-01T00:00:00Z doc.kml && rm -f site.kmz && zip -X -q site.kmz doc.kml)
mv "$folder/site.kmz" .

python3 - "$source" "$folder" <<'PY'
import json, sys
degrees = json.load(open(sys.argv[1]))["coordinates"][0]
belt = json.load(open(f"{sys.argv[2]}/belt.geojson"))["features"][0]["geometry"]["coordinates"][0]
belt = [(round(x, 3), round(y, 3)) for x, y in belt]
area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip([(x - belt[0][0], y - belt[0][1]) for x, y in belt], [(x - belt[0][0], y - belt[0][1]) for x, y in belt[1:]]))) / 2

def sexagesimal(value):
    seconds = round(value * 3600, 4)
    d, rest = divmod(seconds, 3600)
    m, s = divmod(rest, 60)
    return f"{int(d)}°{int(m):02d}′{s:07.4f}″"

names = [f"J{i + 1}" for i in range(len(belt) - 1)] + ["J1"]
header = ["[属性描述]", "格式版本号=1.01版本", "数据产生单位=某某测绘院", "数据产生日期=2026-11-01", "坐标系=2000国家大地坐标系", "几度分带=3", "投影类型=高斯克吕格",
          "计量单位=米", "带号=39", "精度=0.001", "转换参数=0,0,0,0,0,0,0", "[地块坐标]", f"{len(belt)},{area / 10000:.4f},1,精细化工项目用地,面,H50G012034,工业用地,0601,@"]
lines = header + [f"{n},1,{y:.3f},{x:.3f}" for n, (x, y) in zip(names, belt)]
open("界址点.txt", "wb").write(("\r\n".join(lines) + "\r\n").encode("gbk"))

rows = ["点号,X坐标(m),Y坐标(m),备注"] + [f"{n},{y:.3f},{x:.3f}," for n, (x, y) in zip(names, belt)]
open("corners.csv", "w", encoding="utf-8-sig", newline="\r\n").write("\n".join(rows) + "\n")

table = ["项目用地拐点坐标见下表（2000 国家大地坐标系）：", "", "序号\t纬度\t经度"]
table += [f"{n}\t{sexagesimal(y)}\t{sexagesimal(x)}" for n, (x, y) in zip(names, degrees)]
open("拐点坐标.txt", "w", encoding="utf-8").write("\n".join(table) + "\n\n注：坐标由建设单位提供。\n")

open(f"{sys.argv[2]}/corners.csv", "w", encoding="utf-8").write("点号,经度,纬度\n" + "\n".join(f"{n},{x},{y}" for n, (x, y) in zip(names, degrees)) + "\n")
PY
ogr2ogr -f XLSX -nln 拐点 -oo AUTODETECT_TYPE=YES corners.xlsx "$folder/corners.csv"
