<?php
$behaviour = json_decode(file_get_contents(getenv('SSO_TEST_FOLDER') . '/behaviour.json'), true);
$metadata['__DYNAMIC:1__'] = $behaviour['identityProvider'];
