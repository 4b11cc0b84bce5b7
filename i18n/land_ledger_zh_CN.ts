<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EllipsoidArea</name>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>A layer in degrees or in another zone may be brought there</source>
        <translation>允许把经纬度或其他带的图层换算到该带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Area field</source>
        <translation>面积字段名</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>As drawn {drawn:.4f}, repaired {repaired:.4f} (plane area).</source>
        <translation>原图形平面面积 {drawn:.4f}，修复后 {repaired:.4f}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Compared with {field}: {different} of {count} differ by more than 0.01 m², at most {largest}.</source>
        <translation>与字段 {field} 比对：{count} 个中有 {different} 个相差超过0.01平方米，最大相差 {largest} 平方米。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Computes the ellipsoidal area (m², 0.01) of every polygon by the procedure of the national land survey: coordinates to 4 decimals, edges longer than 70 m cut into equal parts, latitude and longitude to 0.000001 arc-second, trapezoids on the CGCS2000 ellipsoid, one rounding half-up at the end.

1. Input layer: the land survey parcels (DLTB) or any polygon layer in a CGCS2000 Gauss-Kruger zone, with or without the zone number before the easting. All its fields are kept.
2. Area field: the name of the field to write; a field of that name is replaced in the output, the input stays as it is.
3. Field to compare with: the registered area. Left empty, the parcel area (TBMJ) is looked for by its usual names. The field ELL_DIFF holds computed minus registered; differences above 0.01 m² are counted.
4. A layer in degrees (EPSG:4490) or in another zone: choose the survey's zone and tick the permission to bring it there. Edges are first cut to 50 m. The output keeps the original shapes.

Features without a shape get no area. Shapes that cross themselves are measured after repair by the even-odd rule. Both are counted and listed in the log.</source>
        <translation>按国土调查规程公式计算每个图斑的椭球面积（平方米，两位小数）：坐标取四位小数，长于70米的边等分加密，经纬度以秒为单位取六位小数，在CGCS2000椭球上按梯形累加，最后一次四舍五入。

1. 输入图层：地类图斑（DLTB），或CGCS2000高斯-克吕格投影下的任何面图层，东坐标带不带带号都可以。原有字段全部保留。
2. 面积字段名：结果写入的字段；结果图层里已有同名字段时替换，原图层不动。
3. 比对字段：登记面积。不选时按常用字段名自动找图斑面积（TBMJ）。字段ELL_DIFF为椭球面积减登记面积，相差超过0.01平方米的计数。
4. 经纬度图层（EPSG:4490）或其他带的图层：选好调查所用的带，并勾选允许换算。换算前边线先按50米加密。结果图层保持原图形不变。

没有图形的要素不算面积。自相交的图形按奇偶规则修复后计算。两类都计数，并在日志里逐个列出。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Ellipsoidal area</source>
        <translation>椭球面积计算</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Ellipsoidal area of polygons by the land survey's procedure, compared with TBMJ.</source>
        <translation>按国土调查规程公式计算图斑椭球面积，可与图斑面积（TBMJ）比对。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Ellipsoidal minus registered area</source>
        <translation>椭球面积减登记面积</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Feature {id}: {reason}</source>
        <translation>要素 {id}：{reason}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Features that differ by more than 0.01 m²</source>
        <translation>相差超过0.01平方米的个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Features without an area</source>
        <translation>没有面积的要素个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Field to compare with (empty: TBMJ, if there is one)</source>
        <translation>比对字段（不选则自动找图斑面积TBMJ）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Give the area field a name.</source>
        <translation>请填写面积字段名。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Input layer</source>
        <translation>输入图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Largest difference (m²)</source>
        <translation>最大差值（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer with ellipsoidal areas</source>
        <translation>椭球面积结果图层</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Number of features</source>
        <translation>要素个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Registered {area:.2f} m².</source>
        <translation>登记面积 {area:.2f} 平方米。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Shapes repaired</source>
        <translation>修复图形个数</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>The area field can't be {name}: that field is compared with.</source>
        <translation>面积字段不能叫 {name}：该字段用于比对。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>The layer can't be written: {reason}</source>
        <translation>图层写不出去：{reason}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Total ellipsoidal area (m²)</source>
        <translation>椭球面积合计（平方米）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Zone to compute in (empty: the layer's own)</source>
        <translation>计算所用分带（不选则用图层自己的带）</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>zone to compute in</source>
        <translation>计算所用分带</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>{count} features, {area} m² ({mu} mu).</source>
        <translation>共 {count} 个要素，{area} 平方米（{mu} 亩）。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>… and {count} more.</source>
        <translation>……另有 {count} 个。</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <location filename="../processing/base.py"/>
        <source>Approval and supply</source>
        <translation>05 报批与供应</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Coordinates and boundaries</source>
        <translation>01 坐标与勘界</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Farmland protection</source>
        <translation>06 耕地保护</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Land classes and areas</source>
        <translation>02 地类与面积</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Land quota</source>
        <translation>04 用地指标</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Monitoring</source>
        <translation>09 监测监管</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Planner teams</source>
        <translation>07 责任规划师</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Red lines over land</source>
        <translation>03 红线套合</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Statistics and bulletins</source>
        <translation>10 统计简报</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Village planning</source>
        <translation>08 村庄规划</translation>
    </message>
</context>
<context>
    <name>LandLedger</name>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A coordinate of the shape is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A hole lies in another hole at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A hole lies outside its shell at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>A new ring begins after the closing point, though its number is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A part lies in another part at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>A piece has the area {area} m², which can't be apportioned.</source>
        <translation>有碎块面积为 {area} 平方米，无法平差。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A ring has too few points at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>A ring is drawn twice at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Adjustable class (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Adjusted area (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Adjustment (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>An area of {units} units can't be apportioned: it is negative.</source>
        <translation>控制面积（{units} 个最小取位单位）是负数，无法平差。</translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>An area of {units} units can't be apportioned: the pieces under it have no area.</source>
        <translation>控制面积（{units} 个最小取位单位）无法平差：其下的碎块没有面积。</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Area (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Area (mu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Area method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Areas adjusted to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>Basis: {method}; areas adjusted to: {master}; smallest unit {unit} m².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Border tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Boundary points begin without a plot row; they were read as one plot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Class code {code} is not in code table {table}; {count} parcels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Class table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Class {code} {name} is too coarse for this table; {count} parcels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>Closed lines inside another one of the same layer were read as its holes (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Column of table T07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Columns after the coordinates were not read (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Construction land {new} without approval is reported as {old}, its class before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Control layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Control lines this near to a survey corner take its place; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Counts in the total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Cultivated land is net of field ridges; control lines count whole pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/atoms.py"/>
        <source>Cutting the parcel at {x:.1f}, {y:.1f} lost {area:.6f} m²; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>Each footprint counts the ground; the total counts it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/model.py"/>
        <source>Ellipsoidal areas need the Gauss-Kruger zone of the survey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>Entities that are no polylines were not read: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}.</source>
        <translation>字段对应写的是 {field}={asked}，但图层“{layer}”没有字段 {asked}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}. Similar: {near}.</source>
        <translation>字段对应写的是 {field}={asked}，但图层“{layer}”没有字段 {asked}。相近的有：{near}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: {field} is given twice, as {first} and as {second}.</source>
        <translation>字段对应：{field} 写了两次，分别对应 {first} 和 {second}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” begins with no field the job knows. Known: {known}.</source>
        <translation>字段对应：“{part}”等号左边不是可识别的字段。可用：{known}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” is not of the form FIELD=name (as in DLBM=地类编码;QSXZ=权属).</source>
        <translation>字段对应：“{part}”写法不对，应为“标准字段=图层字段”，如 DLBM=地类编码;QSXZ=权属。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” names no layer of the job before the dot; known are {known}.</source>
        <translation>字段对应：“{part}”点号前不是本次的图层；可用：{known}。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Feature {feature} of layer {layer} is not a polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Field ridge (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Field {field} of layer {layer} holds numbers instead of text; leading zeros may be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Field {field} of layer {layer}: {count} values are no numbers (the first: {value}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is no text: it holds zero bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is no text: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>File {file} of layer {layer} is cut off ({actual} of {stated} bytes); copy it again from its origin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file}, line {line}: the characters are neither UTF-8 nor GBK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>File {file}: no sheet has the headings of the table {table}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>Folder {folder} holds no .txt, .csv, .xlsx or .dxf file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Footprint name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Footprint number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Footprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Footprints measured whole, less their pieces; cut corners are new corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Full-width digits or commas were read as half-width (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Gaps between parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Grade of farmland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Group or holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>Holes cut the shape in two at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>In approved land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>In ecological redline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>In permanent basic farmland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>In urban growth boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>It can't be opened ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>It can't be told whether this ground is state or collective land.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCMJ {deducted} is not TBMJ {area} × KCXS {coefficient}.</source>
        <translation>扣除面积 {deducted} 不等于图斑面积 {area} × 扣除系数 {coefficient}。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCXS is missing, and no other parcel of GDLX {terrain}, GDPDJB {slope} has one; no field ridge is deducted.</source>
        <translation>缺扣除系数，本图层耕地类型 {terrain}、坡度级别 {slope} 的图斑也都没有；不扣田坎。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCXS is missing; {coefficient} is used, the most frequent value of GDLX {terrain}, GDPDJB {slope} in this layer.</source>
        <translation>缺扣除系数，采用本图层耕地类型 {terrain}、坡度级别 {slope} 最常用的值 {coefficient}。</translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>KCXS {coefficient} is not between 0 and 1; nothing is deducted by it.</source>
        <translation>扣除系数 {coefficient} 不在0到1之间，不按它扣除。</translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Land class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Land class code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Land survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} can't be brought to {crs}: some of its coordinates lie outside that system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer} changed during the run; run it again.</source>
        <translation>图层 {layer} 在运行中被改动，请重新运行。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no coordinate reference system; set it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer} has no field {fields}. Choose another layer, or say which field is meant in FIELD_MAP, as in {example}.</source>
        <translation>图层“{layer}”缺少字段 {fields}。请换图层，或在“字段对应”里写明，如 {example}。</translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer} has no field {fields}. Similar: {near}. Say which field is meant in FIELD_MAP, as in {example}.</source>
        <translation>图层“{layer}”缺少字段 {fields}。相近的有：{near}。请在“字段对应”里写明，如 {example}。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no field {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/job.py"/>
        <source>Layer {layer} has no footprint with an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer} is in degrees ({crs}): choose the zone to compute in and allow to bring it there.</source>
        <translation>图层 {layer} 是经纬度坐标（{crs}）：请选择计算所用分带，并勾选允许换算到该带。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} is in {crs}, layer {survey} in {survey_crs}; bring them into one system, or allow reprojection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer} is in {crs}, not in CGCS2000; transform it first.</source>
        <translation>图层 {layer} 的坐标系是 {crs}，不是 CGCS2000；请先做坐标转换。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer} is in {crs}, not in {zone}; allow to bring it there, or choose its own zone.</source>
        <translation>图层 {layer} 的坐标系是 {crs}，不是 {zone}；请勾选允许换算到该带，或改选图层自己的带。</translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} is in {crs}, which is no Gauss-Kruger zone of CGCS2000; the survey's areas can only be computed in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} is not a polygon layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>Layer {layer} was brought from {crs} to that of layer {survey}, {survey_crs}, its edges cut to {edge} m first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/job.py"/>
        <source>Layer {layer}, feature {feature}: the footprint has no number; fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/job.py"/>
        <source>Layer {layer}: footprint number {number} stands at feature {first} and at feature {second}; every footprint needs a number of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>Layer {layer}: {field} {value} occurs {count} times ({others} more such values).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer}: {names} could all be the field {field}; say which one is meant in FIELD_MAP, as in {example}.</source>
        <translation>图层“{layer}”：{names} 都可能是字段 {field}，请在“字段对应”里写明用哪个，如 {example}。</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/survey/ellipsoid_area.py"/>
        <source>Layer {layer}: {reason}</source>
        <translation>图层 {layer}：{reason}</translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>Line {first} is in zone {one}, line {second} in zone {other}; one file holds one zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Line {line} can't be read as a table row (a cell of more than {limit} signs).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Lines that are neither key, plot nor point were left out (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Major class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Measured area (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Method residue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>More than 0.0001 m² ends the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Moved by the tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Narrow pieces joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Narrower than the tolerance; joined to a neighbour in the same parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>Neither the coordinates nor the header tell the zone; choose the coordinate system in the parameter “Coordinate system of files without zone”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Net cultivated land (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>No feature of layer {layer} is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>No table of boundary points: no row names columns for X and Y (点号, X, Y).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>North and east of layer {layer} are swapped: its coordinates ({x}, {y}) begin with the northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>North and east stand the wrong way round; told by their size and swapped (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>Only cultivated land has field ridges, but KCXS is {coefficient} and KCMJ is {deducted}; nothing is deducted.</source>
        <translation>只有耕地扣田坎，但扣除系数为 {coefficient}、扣除面积为 {deducted}；不扣除。</translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Only one of the two coordinates is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Other control layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Ownership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Ownership nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Ownership unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Ownership unit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Parcel number (BSM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Part of the footprint lies outside the survey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Permanent basic farmland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Piece number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Pieces are rounded once, by the largest remainder; all sums are sums of pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Plane area lost by cutting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Planned use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>Plot number {number} stands {count} times ({places}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Plot {plot}: the stated area is {stated} {unit}, the border encloses {area} {unit} (difference {difference} m²).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Plot {plot}: {reason} near north {north}, east {east}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Plot {plot}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Point {label} closes the ring but lies {gap} m from its first point on line {first}; both were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Points printed twice in a row were read once (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>Polylines that are not closed were left out (they begin on lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>Registered {registered:.2f} m², measured {measured:.2f} m²: they differ by {part:.2f} ‰.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Reported because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Reported class code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>Ring {ring} lies outside the first ring; it was read as a further part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Rings without closing point were closed with their first point (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Rows of the same feature were read as rings of one plot (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>Rows without the closing @ were read as plot rows (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Sheet “{sheet}” has no columns for X and Y and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Sloping farmland over 25°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Smallest unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Survey and footprints are never moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T07 = numbers returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T07 = result layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T28 page = T07 rows of the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T28 page = pieces of the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>T29 = T07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/ridges.py"/>
        <source>TBMJ {area} is not KCMJ {deducted} + TBDLMJ {net}.</source>
        <translation>图斑面积 {area} 不等于扣除面积 {deducted} + 图斑地类面积 {net}。</translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>Table layout {file}, row {row}, column {column}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>Table {table}: two layers are called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/engine.py"/>
        <source>The Python package openpyxl is missing; install it (pip install openpyxl) or reinstall the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/requirements.py"/>
        <source>The Python package shapely {version} is too old, version 2 or newer is needed. On Windows and macOS install a current QGIS with its own installer; on Linux run: pip install --no-binary shapely "shapely&gt;=2" "numpy&lt;2", then restart QGIS.</source>
        <translation>Python 组件 shapely {version} 版本过旧，需要 2 或以上版本。Windows 和 macOS 请用官方安装包安装较新版本的 QGIS；Linux 请运行：pip install --no-binary shapely "shapely&gt;=2" "numpy&lt;2"，然后重启 QGIS。</translation>
    </message>
    <message>
        <location filename="../processing/requirements.py"/>
        <source>The Python package {package} is missing. On Windows and macOS install a current QGIS with its own installer; on Linux install {package} with the package manager or pip, then restart QGIS.</source>
        <translation>缺少 Python 组件 {package}。Windows 和 macOS 请用官方安装包安装较新版本的 QGIS；Linux 请用软件包管理器或 pip 安装 {package}，然后重启 QGIS。</translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>The area {area} mu is not a whole number of 0.01 m² and can't be written in {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/area.py"/>
        <source>The area {value} is finer than a millionth of a mu.</source>
        <translation>面积 {value} 取位过细，超出百万分之一亩。</translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The border crosses itself at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The border touches itself at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The central meridian {meridian}° is not a whole number of arc-seconds.</source>
        <translation>中央子午线 {meridian}° 不是整秒，无法按国土调查规程计算椭球面积。</translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>The class code is empty; {count} parcels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>The class table has no code {code}.</source>
        <translation>地类代码表里没有编码 {code}。</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>The closed line on layer {layer} has an arc; turn arcs into points in CAD first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The coordinate reference system of layer {layer} contradicts itself: the false easting {false_easting} is that of zone {zone}, the central meridian {meridian}° is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The coordinate system “{system}” of the header is not known; choose it in the parameter “Coordinate system of files without zone”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The coordinates of layer {layer} ({x}, {y}) are degrees, but its coordinate reference system {crs} counts metres; set the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The coordinates of layer {layer} ({x}, {y}) are metres, but its coordinate reference system {crs} counts degrees; set the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>The disk is full; {file} was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The eastings of layer {layer} ({x}) begin with the zone number {found}, but its coordinate reference system {crs} has none; set the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The eastings of layer {layer} ({x}) begin with {found}, but its coordinate reference system {crs} is that of zone {wanted}; set the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/crs.py"/>
        <source>The eastings of layer {layer} ({x}) carry no zone number, but its coordinate reference system {crs} wants {wanted} in front; set the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The feature has no shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The file gives no zone; the chosen {crs} was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The file says {crs} itself; the chosen {chosen} was not used for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} can't be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} can't be read.</source>
        <translation>文件 {file} 打不开。</translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>The file {file} exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} has no rows.</source>
        <translation>文件 {file} 没有数据行。</translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} has no sheet {sheet}; it has {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} has no worksheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} holds XML that no spreadsheet program writes; not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} is in the old .xls format; save it as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} is no text file in UTF-8 or GBK; save it as CSV.</source>
        <translation>文件 {file} 不是UTF-8或GBK编码的文本，请另存为CSV。</translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} is not an Excel workbook (.xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>The file {file} is open in another program (there is {mark}); close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} is protected by a password; save it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>The file {file} is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} is saved as Strict Open XML; save it as an ordinary Excel workbook (.xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The file {file} is too large when unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} lacks the columns {columns}.</source>
        <translation>文件 {file} 缺少列：{columns}。</translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>The first parcel owns the ground; the registered area of the other is reduced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The first ring lies inside ring {ring}; it was read as a hole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>The folder of {file} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>The ground is counted once in this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header gives no zone; zone {zone} was taken from the coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The header says precision {stated}, the coordinates have {count} decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header says zone {printed}, the coordinates say {zone}; the coordinates were believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header says {degrees}° zones, but zone {zone} is one of {right}°; that was believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>The header's zone {zone} can only be a central meridian and was read as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The name holds commas; it was read as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/findings.py"/>
        <source>The parcel has no registered area; its measured area was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/atoms.py"/>
        <source>The pieces of footprint no. {row} differ from it by {area:.6f} m²; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The plot row has {found} fields, its layout {expected}; it was read as far as it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The plot row says “{shape}”; only areas (面) can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The plot row states {stated} points, {count} were found and read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The plot that begins here has no boundary points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The point east {east}, north {north} does not lie in the zone with the central meridian {meridian}° and the false easting {false_easting}.</source>
        <translation>点（东坐标 {east}，北坐标 {north}）不在中央子午线 {meridian}°、东偏移 {false_easting} 的分带内。</translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The projection has the scale {scale} on its central meridian; a Gauss-Kruger zone has 1.</source>
        <translation>投影的中央子午线比例因子为 {scale}，高斯-克吕格投影应为 1。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>The ring that begins here encloses no area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>The ring that begins here has fewer than three different points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The shape encloses no area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/repair.py"/>
        <source>The shape is invalid: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The stated area {stated} agrees with the border in {unit}, not in ha; read so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>The stated area “{stated}” is not a number; it was not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>The text is in {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>The text of layer {layer} is garbled: set its data source encoding to GBK in the layer properties, or put a .cpg file holding the word GBK beside the .dbf, and load it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>The workbook {file} is damaged ({reason}); open it in Excel or WPS and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>There is no class table {name}: give {known}, or a CSV file.</source>
        <translation>没有地类代码表“{name}”：请选 {known}，或给出CSV文件。</translation>
    </message>
    <message>
        <location filename="../core/exchange/dxf.py"/>
        <source>There is no closed line (LWPOLYLINE or POLYLINE) in the drawing's model space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>There is no file or folder {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>There is no grouping {grouping}.</source>
        <translation>没有“{grouping}”这种归并口径。</translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>There is no plot in it: no row of a plot and no row of a boundary point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>There is no rule {key} for {year}.</source>
        <translation>没有规则 {key}（年度：{year}）。</translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>There is no table layout {layout} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>There is no table to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Township</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/pieces.py"/>
        <source>Village</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Workbook {file} is in the old .xls format or has a password; save it as plain .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>Workbook {file} shows no sheets; save it as ordinary .xlsx, not “Strict Open XML”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>[地块坐标] is missing; plots are read from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>a hole lies outside its outer border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>area in the plane of projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>areas in the plane of projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>at most {parcel} m² a parcel, {footprint} m² a footprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>central meridian {meridian}°, false easting {easting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>class not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>conflict: {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>control features overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>default, confirm locally</source>
        <translation>默认值，请按本地文件核实</translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>ellipsoidal area by the procedure of the land survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>ellipsoidal areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>error value {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>feature without an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>footprints overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>from the ownership fields of the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>from the ownership layer; where it has a gap, from the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>holes cut the plot in two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>holes lie in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a .dwg drawing; in CAD save it as DXF (ASCII)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a binary DXF; in CAD save it as DXF (ASCII)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a zipped file; unpack it, or name it .xlsx if it is a workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is an Access database; export its layer to GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is an old Office file; save it as .xlsx or as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>less: footprints overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>no adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>no conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>no registered area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>no unit of area is written above the table; {unit} is assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>not a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>not a CSV file ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>outside the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>ownership nature unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>parts lie in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>pieces + rest of the parcel = registered area of the parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>pieces of the plot = area of the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>pieces that count = pieces cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>registered and measured area differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>registered area of the parcel (TBMJ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>reported by its former class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>ridge coefficient missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>seen in use</source>
        <translation>实际使用中见到</translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>shape repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>state + collective land + ground outside the survey = T07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>statutory</source>
        <translation>法定</translation>
    </message>
    <message>
        <location filename="../core/occupation/checks.py"/>
        <source>sum of footprints − ground counted twice = total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>survey parcels overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/tables.py"/>
        <source>surveyed area of the footprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border crosses itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border touches itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>the column “{column}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>the formula has no stored result; open and save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>the heading {value} stands under that of another column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>the sum row “{label}” is not the sum of any rows above it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>the text is neither UTF-8 nor GBK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>there is no line “column”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>this column is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>this must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>two rings are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>with field ridges: {area} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>write head:line:span or foot:line:span, such as head:1:2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{area} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{area} m² narrower than the tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{count} corners, largest shift {shift} mm, {area} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>{count} line ends are a lone carriage return and were read as line ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{count} pieces, {area} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{count} places, sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>{count} shapes of layer {layer} can't be read; they count as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{crs}; {count} features read near the footprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{file} can't be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>{file} can't be written: the folder or the file is read-only, or it is open in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>{file} can't be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file} is a .dwg drawing: in CAD, save it as DXF (ASCII, 2000 or later) and choose that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/writer.py"/>
        <source>{file} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file} is an Access database: open it with ArcGIS, or in QGIS through ODBC, and save its layer as GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file} is an old workbook: open it in Excel or WPS, save it as .xlsx and choose that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/points_table.py"/>
        <source>{file} is no workbook that can be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>{file}, line {line}: the code {code} stands there twice.</source>
        <translation>{file} 第{line}行：编码 {code} 重复。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: the column {column} is empty.</source>
        <translation>{file} 第{line}行：“{column}”列为空。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: the line can't be read as CSV.</source>
        <translation>{file} 第{line}行：不是正确的CSV，读不出来。</translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>{file}, line {line}: the rule {key} stands there twice for the same year.</source>
        <translation>{file} 第{line}行：同一年度的规则 {key} 重复。</translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: there are more cells than columns in the header.</source>
        <translation>{file} 第{line}行：单元格比表头的列多。</translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>{file}, line {line}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: “{value}” is no valid value of the column {column}.</source>
        <translation>{file} 第{line}行：“{column}”列的值“{value}”无效。</translation>
    </message>
    <message>
        <location filename="../core/rules.py"/>
        <source>{file}, line {line}: “{value}” is no valid value of the rule {key}.</source>
        <translation>{file} 第{line}行：规则 {key} 的值“{value}”无效。</translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{file}: only .txt, .csv, .xlsx and .dxf files can be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>{file}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/batch.py"/>
        <source>{first} is in {crs}, {other} in {other_crs}: import them apart, or tick “Bring all files into one zone”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>{first}, {second} are degrees; plane coordinates in metres are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/georeference.py"/>
        <source>{first}, {second} lie nowhere in China (north 1800000 to 6000000, east 6 digits or 8 with the zone).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>{key} is given again as “{value}”; the first value “{first}” was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>{left} is more than {right} of which it is a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>{left} should be {right}, the sum of its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>{name} does not hold ({where}): {left} and {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{row} / {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>{sheet}!{cell}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{table}: {label} = sum of its rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{table}: {part} ≤ {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{table}: {total} = {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plot_building.py"/>
        <source>{text} It was kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{tolerance} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{total} m²; sum of footprints {footprints} m², counted twice {twice} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/occupation/inputs_sheet.py"/>
        <source>{unit} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} is a part of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>{value} is finer than a millionth of a mu; rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} is not a column width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/area.py"/>
        <source>{value} is not an area.</source>
        <translation>“{value}”不是面积数值。</translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} stands twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>“{text}” has no pair of plane coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>“{text}” is neither a plot nor a boundary point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/coordinate_text.py"/>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>“{value}” is not a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>“{value}” is not a line of this form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/reader.py"/>
        <source>“{value}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>“{value}” is not known here; possible: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>… and {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandLedgerPlugin</name>
    <message>
        <location filename="../plugin.py"/>
        <source>Land Ledger</source>
        <translation>土地台账</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Land occupied by footprints…</source>
        <translation>红线占用分析…</translation>
    </message>
</context>
<context>
    <name>LandLedgerProvider</name>
    <message>
        <location filename="../processing/provider.py"/>
        <source>Land Ledger</source>
        <translation>土地台账</translation>
    </message>
    <message>
        <location filename="../processing/provider.py"/>
        <source>{module} can't be loaded:</source>
        <translation>{module} 加载失败：</translation>
    </message>
</context>
<context>
    <name>LedgerAlgorithm</name>
    <message>
        <location filename="../processing/base.py"/>
        <source>A Python package can't be loaded: {reason}. Repair or update the QGIS installation.</source>
        <translation>Python 组件加载失败：{reason}。请修复或更新 QGIS。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写出任何文件。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>File or folder {file} does not exist.</source>
        <translation>文件或文件夹 {file} 不存在。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Internal error ({kind}: {reason}). Nothing can be concluded from this run; please send the log.</source>
        <translation>程序内部错误（{kind}：{reason}）。本次运行结果不能使用，请把日志发给开发人员。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>No permission for {file}. It may be open in another program (Excel, WPS, QGIS) or be read-only: close it or choose another name.</source>
        <translation>没有权限写 {file}。文件可能正被其他程序（Excel、WPS、QGIS）打开，或为只读：请关闭它或换一个文件名。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Not enough memory. Close other programs or take a smaller area, then run it again.</source>
        <translation>内存不足。请关闭其他程序，或缩小范围后重新运行。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>The disk is full, nothing was written. Free some space or choose another folder. {file}</source>
        <translation>磁盘已满，未写出任何文件。请腾出空间或换一个文件夹。{file}</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>The system refused a file: {reason}. {file}</source>
        <translation>系统拒绝读写文件：{reason}。{file}</translation>
    </message>
</context>
</TS>
