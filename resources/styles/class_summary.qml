<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Forms|MapTips">
<fieldConfiguration>
<field name="LEVEL">
<editWidget type="ValueMap">
<config>
<Option type="Map">
<Option type="List" name="map">
<Option type="Map">
<Option type="QString" name="县级" value="county"/>
</Option>
<Option type="Map">
<Option type="QString" name="乡级" value="township"/>
</Option>
<Option type="Map">
<Option type="QString" name="村级" value="village"/>
</Option>
</Option>
</Option>
</config>
</editWidget>
</field>
<field name="THREE">
<editWidget type="ValueMap">
<config>
<Option type="Map">
<Option type="List" name="map">
<Option type="Map">
<Option type="QString" name="农用地" value="agricultural"/>
</Option>
<Option type="Map">
<Option type="QString" name="建设用地" value="construction"/>
</Option>
<Option type="Map">
<Option type="QString" name="未利用地" value="unused"/>
</Option>
<Option type="Map">
<Option type="QString" name="未归入三大类" value="none"/>
</Option>
<Option type="Map">
<Option type="QString" name="未识别地类" value="unknown"/>
</Option>
</Option>
</Option>
</config>
</editWidget>
</field>
</fieldConfiguration>
<editform tolerant="1"></editform>
<editforminit/>
<editforminitcodesource>0</editforminitcodesource>
<editforminitfilepath></editforminitfilepath>
<editforminitcode><![CDATA[]]></editforminitcode>
<featformsuppress>0</featformsuppress>
<editorlayout>generatedlayout</editorlayout>
<editable/>
<labelOnTop/>
<reuseLastValue/>
<dataDefinedFieldProperties/>
<widgets/>
<mapTip></mapTip>
<layerGeometryType>4</layerGeometryType>
</qgis>
