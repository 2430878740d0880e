<?php
// What the page « Metadata converter » makes of our metadata, with what IT writes besides.
$folder = getenv('SSO_TEST_FOLDER');
$behaviour = json_decode(file_get_contents("$folder/behaviour.json"), true);
foreach (SimpleSAML\Metadata\SAMLParser::parseDescriptorsFile("$folder/parvis.xml") as $entity) {
    $serviceProvider = $entity->getMetadata20SP();
    unset($serviceProvider['entityDescriptor'], $serviceProvider['expire']);
    $metadata[$serviceProvider['entityid']] = $behaviour['serviceProvider'] + $serviceProvider;
}
